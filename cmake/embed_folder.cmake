# Run by the build, for canary_embed with a FOLDER: cmake -DSOURCE=file.cpp -DNAME=function -DFOLDER=folder -P this
include(${CMAKE_CURRENT_LIST_DIR}/embed.cmake)
file(GLOB files ${FOLDER}/*)
canary_write_embedding(${SOURCE} ${NAME} "${files}")
# Its text stays as it is where only a content is another; it is newer than that all the same.
file(TOUCH ${SOURCE})
