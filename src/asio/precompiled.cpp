// The target whose precompiled header every room shares.
