# Installs into a folder of its own and uses what is there, as a person would:
#   cmake -DBUILD=… -DPREFIX=… -DVERSION=0.1.0 -DGUI=ON -P installed.cmake
function(expect_file path)
  if(NOT EXISTS ${PREFIX}/${path})
    message(SEND_ERROR "not installed: ${path}")
  endif()
endfunction()

function(expect_output wanted)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${PREFIX} RESULT_VARIABLE result
    OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT result EQUAL 0 OR NOT output MATCHES "${wanted}")
    list(JOIN ARGN " " command)
    message(SEND_ERROR "${command} (${result}) did not print ${wanted}:\n${output}${errors}")
  endif()
endfunction()

file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}
  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "cmake --install failed:\n${output}")
endif()

expect_file(share/man/man1/finwait.1)
expect_file(share/doc/finwait/LICENSE)
expect_file(share/finwait/scenarios/LICENSE)
expect_file(share/finwait/scenarios/closing/final-ack-lost.toml)
if(GUI)
  expect_file(share/applications/finwait.desktop)
  expect_file(share/icons/hicolor/scalable/apps/finwait.svg)
endif()
expect_output("${VERSION}" ${PREFIX}/bin/finwait --version)
expect_output("closing/final-ack-lost" ${PREFIX}/bin/finwait list)
expect_output("TIME-WAIT" ${PREFIX}/bin/finwait run closing/final-ack-lost)
