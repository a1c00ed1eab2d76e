// Duktape, compiled as C++ with our configuration. The build puts duktape.c on the include path.
#include "duktape.c"
