# Text lints over the project's own files. lint.itself proves that each rule can fail.
get_target_property(qt_headers Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
list(FILTER qt_headers EXCLUDE REGEX "/(QtCore|mkspecs)")
list(GET qt_headers 0 qt_headers)
foreach(lint IN ITEMS layers coroutines forbidden shape words)
  add_test(NAME lint.${lint} COMMAND ${ALIGNDESK_PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/lint.py
    ${lint} ${PROJECT_SOURCE_DIR} ${qt_headers})
  set_tests_properties(lint.${lint} PROPERTIES LABELS lint TIMEOUT 60)
endforeach()
add_test(NAME lint.itself COMMAND ${ALIGNDESK_PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/test_lint.py
  ${qt_headers})
set_tests_properties(lint.itself PROPERTIES LABELS lint TIMEOUT 60)
add_test(NAME lint.translations COMMAND ${ALIGNDESK_PYTHON} -B
  ${CMAKE_CURRENT_LIST_DIR}/translations.py $<TARGET_FILE:Qt6::lupdate> ${PROJECT_SOURCE_DIR})
set_tests_properties(lint.translations PROPERTIES LABELS lint TIMEOUT 120)
add_test(NAME lint.install COMMAND ${ALIGNDESK_PYTHON} -B ${CMAKE_CURRENT_LIST_DIR}/install.py
  ${CMAKE_COMMAND} ${CMAKE_BINARY_DIR})
set_tests_properties(lint.install PROPERTIES LABELS lint TIMEOUT 120)
