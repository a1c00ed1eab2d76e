#pragma once
// What requests ask for: a literal, so that it can stand within others.

#if defined(CANARY_BROTLI)
#define CODINGS "gzip, deflate, br"
#else
#define CODINGS "gzip, deflate"
#endif
