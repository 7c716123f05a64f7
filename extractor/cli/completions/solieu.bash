# bash completion for solieu
_solieu() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= w
  for w in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $w in extract|verify|article|eval|check|explain|text|units|gazetteer|query|export|review|report) command=$w; break ;; esac
  done
  local input="--all --encoding --meta --files-from --input-format
    --id-field --text-field --html-field --date-field --url-field --title-field --site-field
    --max-document --max-ratio --max-total --max-nesting --max-entries"
  case $previous in
    --input-format) mapfile -t COMPREPLY < <(compgen -W "auto jsonl" -- "$word"); return ;;
    --export) mapfile -t COMPREPLY < <(compgen -W "log records csv gold gold-decided rules" -- "$word"); return ;;
    --to) compopt -o nospace; mapfile -t COMPREPLY < <(compgen -W "jsonl: flat: csv: xlsx: sqlite: postgres:" -- "$word"); return ;;
    --as) mapfile -t COMPREPLY < <(compgen -W "web-annotation label-studio doccano brat schema-org" -- "$word"); return ;;
    --by) mapfile -t COMPREPLY < <(compgen -W "place unit_org programme period counted_lemma article_id published_day" -- "$word"); return ;;
    --layer) mapfile -t COMPREPLY < <(compgen -W "clean match" -- "$word"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W "text markdown table csv json" -- "$word"); return ;;
    --rules|--rules-extra) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    --kind)
      mapfile -t COMPREPLY < <(compgen -W "count money percent ratio measure duration age multiple
        modifier unit counted per status change period unit_org place programme" -- "$word")
      return ;;
  esac
  local options="--help --quiet --verbose"
  case $command in
    extract) options+=" --output --to --with-text --validate $input --rules --rules-extra --jobs --deadline
        --dead-letter --retry --only --profile --summary --stream --resume --checkpoint --checkpoint-every --incremental --manifest --prune" ;;
    query) options+=" --kind --unit --org --place --programme --counted --period --status --text --article
        --min-confidence --sum --by --copies --limit --format" ;;
    export) options+=" --as --output" ;;
    review) options+=" --reviewer --blind --read-only --host --allow-host --port --export --to --with-text --output --rules --rules-extra" ;;
    report) options+=" --output" ;;
    article) options+=" --format --report $input --rules --rules-extra" ;;
    verify) options+=" --dead-letter --summary $input" ;;
    eval) options+=" --articles $input --errors --kind --diff --features --at-least --rules --rules-extra" ;;
    check) options+=" --rules --rules-extra" ;;
    explain) options+=" --text --rules --rules-extra" ;;
    text) options+=" --layer --offsets --report --encoding" ;;
    units) options+=" --date --site --rules --rules-extra" ;;
    gazetteer) options+=" --on --rules lookup" ;;
    *) options+=" --version extract article verify eval check explain text units gazetteer query export review report" ;;
  esac
  if [[ -z $command || $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _solieu solieu
