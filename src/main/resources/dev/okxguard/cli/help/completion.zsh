
# Profiles are the headings of the configuration file; instruments are those that 'okx market
# instruments' and 'okx market tickers' showed. No value is read, nothing is run or asked.
__okx_profiles() {
  local file=${OKX_CONFIG:-$HOME/.okx/config.toml} line i
  local -a names match mbegin mend
  for ((i = 2; i < $#okx_line; i++)); do
    case $okx_line[i] in
      --config) file=${(Q)okx_line[i+1]} ;;
      --config=*) file=${(Q)okx_line[i]#*=} ;;
    esac
  done
  [[ $file == '~/'* ]] && file=$HOME/${file#'~/'}
  [[ -f $file && -r $file ]] || return 1
  while IFS= read -r line || [[ -n $line ]]; do
    if [[ $line =~ '^[[:space:]]*\[[[:space:]]*profiles\."?([A-Za-z0-9_-]+)"?[[:space:]]*\]' ]]; then
      names+=("$match[1]")
    fi
  done <$file
  compadd "$@" -a names
}

__okx_instruments() {
  local list
  local -a ids
  for list in $HOME/.okx/cache/instruments-{live,demo,paper}; do
    [[ -f $list && -r $list ]] && ids+=(${(f)"$(<$list)"})
  done
  ids=(${(M)ids:#[A-Za-z0-9_-]##})
  compadd "$@" -a ids
}
