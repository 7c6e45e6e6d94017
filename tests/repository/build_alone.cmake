# Builds the tree without Qt into a folder of its own, and keeps what the determinism program
# prints. A test runs it, once a compiler and optimization:
#   cmake -DSOURCE=… -DBUILD=… -DCOMPILER=clang++ -DLEVEL=-O3 -DTARGETS=all -P build_alone.cmake
# The folder is kept, so that a second run builds only what has changed.

function(run_or_fail what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${what} (${result}):\n${output}")
  endif()
endfunction()

# Qt is not only left alone but not to be found, as on a machine that has none.
run_or_fail("Configuring with ${COMPILER} ${LEVEL} failed"
  ${CMAKE_COMMAND} -S ${SOURCE} -B ${BUILD} -G ${GENERATOR}
  -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=${LEVEL}
  -DFINWAIT_GUI=OFF -DCMAKE_DISABLE_FIND_PACKAGE_Qt6=ON -DFINWAIT_ALONE=ON)
run_or_fail("Building with ${COMPILER} ${LEVEL} failed"
  ${CMAKE_COMMAND} --build ${BUILD} --parallel 2 --target ${TARGETS})

file(READ ${BUILD}/CMakeCache.txt cache)
string(REGEX MATCH "\nQt6[A-Za-z]*_DIR:PATH=/[^\n]*" qt "${cache}")
if(qt)
  message(FATAL_ERROR "The build without a window found Qt:${qt}")
endif()

set(program ${BUILD}/test-programs/determinism)
execute_process(COMMAND ${program} WORKING_DIRECTORY ${SOURCE}
  RESULT_VARIABLE result OUTPUT_FILE ${BUILD}/determinism.txt ERROR_VARIABLE errors)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${program} (${result}):\n${errors}")
endif()
