# aligndesk_fuzz(NAME LIBRARY): tests/fuzz/NAME.cpp over the inputs in tests/fuzz/corpus/NAME is the
# test fuzz.NAME.
function(aligndesk_fuzz name library)
  add_executable(fuzz_${name} fuzz/${name}.cpp fuzz/replay.cpp)
  target_link_libraries(fuzz_${name} PRIVATE ${library})
  add_test(NAME fuzz.${name} COMMAND fuzz_${name} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 300)
endfunction()

# fuzz.sh looks for new inputs of these three with libFuzzer.
aligndesk_fuzz(fitting aligndesk_models)
aligndesk_fuzz(textlines aligndesk_models)
aligndesk_fuzz(sheet aligndesk_models)
aligndesk_fuzz(answers aligndesk_api)
aligndesk_fuzz(retryafter aligndesk_api)
aligndesk_fuzz(redactor aligndesk_api)
aligndesk_fuzz(sandboxcalls aligndesk_sandbox)
aligndesk_fuzz(gridpaste aligndesk_models)
aligndesk_fuzz(pastedranges aligndesk_models)
