# `cmake --install`: programs, unit, example configuration, documents.
include(GNUInstallDirs)
