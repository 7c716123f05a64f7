# The review page: SOLIEU_REVIEW_PAGE is a folder with its built files, SOLIEU_REVIEW_PAGE_FILES are
# these. A release brings them in review/dist; else npm fetches what review/package-lock.json names and
# esbuild bundles them. Without either the program is built without the page and says so when asked.
set(source ${PROJECT_SOURCE_DIR}/review)
set(names index.html.gz app.js.gz app.css.gz report.html)
if(EXISTS ${source}/dist/report.html)
  message(STATUS "Review page: as built in review/dist")
  set(SOLIEU_REVIEW_PAGE ${source}/dist)
else()
  find_program(NPM npm)
  find_program(NODE NAMES node nodejs)
  set(folder ${PROJECT_BINARY_DIR}/review)
  set(SOLIEU_REVIEW_PAGE ${folder}/dist)
  if(NPM AND NODE)
    # Fetched when the lock file changes.
    file(SHA256 ${source}/package-lock.json lock)
    if(NOT EXISTS ${folder}/fetched-${lock})
      message(STATUS "Review page: fetching its packages")
      file(COPY ${source}/package.json ${source}/package-lock.json DESTINATION ${folder})
      execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
        WORKING_DIRECTORY ${folder} RESULT_VARIABLE result)
      if(result EQUAL 0)
        file(TOUCH ${folder}/fetched-${lock})
      endif()
    endif()
  endif()
  if(NOT EXISTS ${folder}/fetched-${lock})
    message(WARNING "Review page: no npm, or no registry; `solieu review` and `report` will have no page")
    set(names "")
  endif()
endif()
list(TRANSFORM names PREPEND ${SOLIEU_REVIEW_PAGE}/ OUTPUT_VARIABLE SOLIEU_REVIEW_PAGE_FILES)

if(names AND NOT SOLIEU_REVIEW_PAGE STREQUAL ${source}/dist)
  file(GLOB parts CONFIGURE_DEPENDS ${source}/src/*)
  add_custom_command(OUTPUT ${SOLIEU_REVIEW_PAGE_FILES}
    COMMAND ${NODE} ${source}/build.mjs ${folder}
    DEPENDS ${source}/build.mjs ${parts} ${PROJECT_SOURCE_DIR}/rules/gazetteer/provinces.tsv
    COMMENT "Bundling the review page" VERBATIM)
  add_custom_target(review_page DEPENDS ${SOLIEU_REVIEW_PAGE_FILES})
endif()
