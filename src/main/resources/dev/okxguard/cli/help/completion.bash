# Completion of okx for bash, 3.2 and newer. Made from the command tree: 'okx completion bash'
# prints it.
#
# Profiles are the headings of the configuration file; instruments are those that 'okx market
# instruments' and 'okx market tickers' showed. No value is read, nothing is run or asked.

# Adds the words that go on from what is typed.
__okx_add() {
  local word
  for word in $1; do
    [[ $word == "$cur"* ]] && COMPREPLY+=("$prefix$word")
  done
}

__okx_profiles() {
  local file=${config:-${OKX_CONFIG:-${HOME-}/.okx/config.toml}} line
  local heading='^[[:space:]]*\[[[:space:]]*profiles\."?([A-Za-z0-9_-]+)"?[[:space:]]*\]'
  [[ $file == '~/'* ]] && file=${HOME-}/${file#'~/'}
  [[ -f $file && -r $file ]] || return 0
  while IFS= read -r line || [[ -n $line ]]; do
    [[ $line =~ $heading ]] && __okx_add "${BASH_REMATCH[1]}"
  done <"$file"
}

__okx_instruments() {
  local list id
  for list in "${HOME-}"/.okx/cache/instruments-{live,demo,paper}; do
    [[ -f $list && -r $list ]] || continue
    while IFS= read -r id; do
      [[ $id == "$cur"* && $id != *[!A-Za-z0-9_-]* ]] && COMPREPLY+=("$prefix$id")
    done <"$list"
  done
}

__okx_files() {
  compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$cur"))
}

# What the command at $path has: commands, options, and those of the options that take a value.
__okx_node() {
  commands= options= valued=
  case $path in
@NODES@
  esac
  options="$options @GLOBAL@"
  valued="$valued @GLOBAL_VALUED@"
}

# The values of an option, named with its command before it.
__okx_value() {
  case $1 in
@VALUES@
  esac
}

# The words in the place of that number, counted from 0, behind a command.
__okx_place() {
  case $1 in
@PLACES@
  esac
}

# Reads the words before the one that is typed: the command, and what it waits for.
__okx_read() {
  local i word
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ -n $option ]]; then
      [[ $word == '=' ]] && continue
      [[ $option == --config ]] && config=$word
      option=
    elif [[ $word == -* ]]; then
      [[ " $valued " == *" $word "* ]] && option=$word
      [[ $word == --config=* ]] && config=${word#*=}
    elif [[ $word == : ]]; then
      ((i++))
    elif [[ $place == 0 && " $commands " == *" $word "* ]]; then
      path="${path:+$path }$word"
      __okx_node
    else
      ((place++))
    fi
  done
}

_okx() {
  local IFS=$' \t\n' cur=${COMP_WORDS[COMP_CWORD]} path= place=0 option= config= prefix=
  local commands options valued
  COMPREPLY=()
  __okx_node
  __okx_read
  if [[ $cur == '=' && -n $option ]]; then
    cur=
  elif [[ -z $option && $cur == --*=* ]]; then
    option=${cur%%=*} prefix=${cur%%=*}= cur=${cur#*=}
  fi
  if [[ -n $option ]]; then
    __okx_value "$path $option"
  elif [[ $cur == -* ]]; then
    __okx_add "$options"
  else
    [[ $place == 0 ]] && __okx_add "$commands"
    __okx_place "$path $place"
  fi
}

complete -F _okx okx
