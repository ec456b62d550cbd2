# Prints the words that zsh offers at the end of each line, and "." behind those of a line:
# words.zsh DIRECTORY-OF-_okx LINE...
# A second zsh at a pseudo terminal completes the lines; what it would add goes to a file instead.
zmodload zsh/zpty
setup=$(mktemp) found=$(mktemp)
cat >$setup <<END
PS1= RPS1=
fpath=(${(q)1} \$fpath)
autoload -Uz compinit
compinit -u -D
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "\$@"
    return
  fi
  local -a hits
  builtin compadd -O hits "\$@"
  [[ \$#hits == 0 ]] || print -rl -- \$hits >>$found
  builtin compadd "\$@"
}
offer() {
  _main_complete
  compstate[insert]= compstate[list]=
  print . >>$found
}
zle -C offer complete-word offer
bindkey '^I' offer
bindkey '^U' kill-whole-line
print ready >>$found
END

# Waits until so many lines of the file are that word.
await() {
  for ((i = 0; i < 500; i++)); do
    [[ $(grep -cx "$2" $found) == $1 ]] && return
    sleep 0.02
  done
}

zpty words zsh -f -i
zpty -w words "source $setup"
await 1 ready
for ((n = 2; n <= $#; n++)); do
  zpty -n -w words $'\x15'"${@[n]}"$'\t'
  await $((n - 1)) '\.'
done
zpty -d words
grep -vx ready $found
rm -f $found $setup
