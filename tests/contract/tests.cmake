# The client and the sandbox, held against the OpenAPI file by a proxy between them.
add_executable(contract_tst_contract contract/tst_contract.cpp)
target_link_libraries(contract_tst_contract PRIVATE aligndesk_test_support)
target_precompile_headers(contract_tst_contract REUSE_FROM aligndesk_test_support)
add_dependencies(contract_tst_contract aligndesk-sandbox)
add_test(NAME contract.calls COMMAND contract_tst_contract)
set_tests_properties(contract.calls PROPERTIES LABELS contract TIMEOUT 300 ENVIRONMENT
  "ALIGNDESK_BIN=$<TARGET_FILE_DIR:aligndesk-sandbox>;ALIGNDESK_PYTHON=${ALIGNDESK_PYTHON};ALIGNDESK_CONTRACT=${CMAKE_CURRENT_LIST_DIR}")
add_test(NAME contract.proxy COMMAND ${ALIGNDESK_PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/test_proxy.py)
set_tests_properties(contract.proxy PROPERTIES LABELS contract TIMEOUT 60)
