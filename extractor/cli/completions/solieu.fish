# fish completion for solieu
set -l commands extract eval check explain

complete -c solieu -n "not __fish_seen_subcommand_from $commands" -f
complete -c solieu -n "not __fish_seen_subcommand_from $commands" -a extract -d 'Write the figures of articles'
complete -c solieu -n "not __fish_seen_subcommand_from $commands" -a eval -d 'Score predictions against gold'
complete -c solieu -n "not __fish_seen_subcommand_from $commands" -a check -d 'Run the examples of rules'
complete -c solieu -n "not __fish_seen_subcommand_from $commands" -a explain -d 'Show which rules fired and why'
complete -c solieu -n "not __fish_seen_subcommand_from $commands" -l version -d 'Print the version'
complete -c solieu -s h -l help -d 'Print help'
complete -c solieu -s q -l quiet -d 'Tell errors only'
complete -c solieu -s v -l verbose -d 'Tell more'
complete -c solieu -n "__fish_seen_subcommand_from $commands" -l rules -x -a '(__fish_complete_directories)' -d 'Folder of the rule set'
complete -c solieu -n "__fish_seen_subcommand_from $commands" -l rules-extra -x -a '(__fish_complete_directories)' -d 'Folder of your own rules'

complete -c solieu -n '__fish_seen_subcommand_from extract eval' -l all -d 'In folders, read every file'
complete -c solieu -n '__fish_seen_subcommand_from extract eval' -l meta -r -d 'Table with id, date, url, site, title'
complete -c solieu -n '__fish_seen_subcommand_from extract' -s o -l output -r -d 'File to write'
complete -c solieu -n '__fish_seen_subcommand_from extract' -l with-text -d 'Put the clean text into the records'
complete -c solieu -n '__fish_seen_subcommand_from explain' -s t -l text -x -d 'The text itself'
complete -c solieu -n '__fish_seen_subcommand_from eval' -l articles -r -d 'Extract these'
complete -c solieu -n '__fish_seen_subcommand_from eval' -l errors -x -d 'List up to N errors'
complete -c solieu -n '__fish_seen_subcommand_from eval' -l kind -x -a 'count money percent ratio measure duration age multiple modifier unit counted per status change period unit_org place programme' -d 'Of this kind or attribute only'
complete -c solieu -n '__fish_seen_subcommand_from eval' -l diff -r -d 'Predictions of an earlier run'
complete -c solieu -n '__fish_seen_subcommand_from eval' -l at-least -x -d 'Exit with status 1 below this F1'
