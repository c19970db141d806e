# One line a test: aligndesk_test(gui folder/tst_name.cpp [libraries or further sources])
add_executable(gui_probe gui/probe.cpp)
target_link_libraries(gui_probe PRIVATE aligndesk_flags Qt6::Widgets)

# aligndesk_journey(NAME): tests/gui/NAME.py becomes the test gui.NAME, in a desktop of its own.
function(aligndesk_journey name)
  add_test(NAME gui.${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/gui/headless.sh
    ${ALIGNDESK_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/gui/${name}.py)
  set_tests_properties(gui.${name} PROPERTIES LABELS gui TIMEOUT 600 ENVIRONMENT
    "ALIGNDESK_BIN=$<TARGET_FILE_DIR:aligndesk>;ALIGNDESK_ARTEFACTS=${CMAKE_BINARY_DIR}/artefacts/gui")
endfunction()

aligndesk_journey(activity)
aligndesk_journey(audience)
aligndesk_journey(driver)
aligndesk_journey(feasibility)
aligndesk_journey(connect)
aligndesk_journey(drafts)
aligndesk_journey(grid)
aligndesk_journey(gridsources)
aligndesk_journey(interlocking)
aligndesk_journey(interrupted)
aligndesk_journey(mainjob)
aligndesk_journey(overview)
aligndesk_journey(quotas)
aligndesk_journey(reconciliation)
aligndesk_journey(surveys)
aligndesk_journey(wizard)
aligndesk_journey(wizardkeys)
