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
    '') commands='account market order guard reconcile diagnose audit paper config tour completion help' ;;
    'account') commands='config balance positions positions-history bills fees leverage max-size max-avail-size asset-balance set-leverage set-position-mode' ;;
    'account config') ;;
    'account balance') options='--ccy' valued='--ccy' ;;
    'account positions') options='--instId --instType --posId' valued='--instId --instType --posId' ;;
    'account positions-history') options='--instId --instType --mgnMode --type --posId --after --before --limit --all' valued='--instId --instType --mgnMode --type --posId --after --before --limit' ;;
    'account bills') options='--instId --instType --ccy --mgnMode --ctType --type --subType --after --before --begin --end --limit --all --archive' valued='--instId --instType --ccy --mgnMode --ctType --type --subType --after --before --begin --end --limit' ;;
    'account fees') options='--instId --instType --instFamily --groupId' valued='--instId --instType --instFamily --groupId' ;;
    'account leverage') options='--instId --mgnMode --ccy' valued='--instId --mgnMode --ccy' ;;
    'account max-size') options='--instId --tdMode --ccy --px --tradeQuoteCcy --leverage' valued='--instId --tdMode --ccy --px --tradeQuoteCcy --leverage' ;;
    'account max-avail-size') options='--instId --tdMode --ccy --px --tradeQuoteCcy --reduceOnly' valued='--instId --tdMode --ccy --px --tradeQuoteCcy' ;;
    'account asset-balance') options='--ccy' valued='--ccy' ;;
    'account set-leverage') options='--instId --lever --mgnMode --posSide' valued='--instId --lever --mgnMode --posSide' ;;
    'account set-position-mode') options='--posMode' valued='--posMode' ;;
    'market') commands='ticker tickers orderbook candles trades instruments mark-price funding-rate price-limit index-ticker open-interest time' ;;
    'market ticker') options='--instId' valued='--instId' ;;
    'market tickers') options='--instType --uly --instFamily' valued='--instType --uly --instFamily' ;;
    'market orderbook') options='--instId --sz' valued='--instId --sz' ;;
    'market candles') options='--instId --bar --after --before --limit --archive' valued='--instId --bar --after --before --limit' ;;
    'market trades') options='--instId --limit --all --after' valued='--instId --limit --after' ;;
    'market instruments') options='--instId --instType --uly --instFamily' valued='--instId --instType --uly --instFamily' ;;
    'market mark-price') options='--instId --instType --uly --instFamily' valued='--instId --instType --uly --instFamily' ;;
    'market funding-rate') options='--instId --history --limit --all' valued='--instId --limit' ;;
    'market price-limit') options='--instId' valued='--instId' ;;
    'market index-ticker') options='--instId --quoteCcy' valued='--instId --quoteCcy' ;;
    'market open-interest') options='--instId --instType --uly --instFamily' valued='--instId --instType --uly --instFamily' ;;
    'market time') ;;
    'order') commands='place preview size get list history fills amend cancel cancel-all close algo batch resolve' ;;
    'order place') options='--instId --side --ordType --type --sz --size --usd --base --contracts --risk --px --price --tdMode --posSide --reduceOnly --tgtCcy --tpTriggerPx --tp --tpOrdPx --slTriggerPx --sl --slOrdPx --tpTriggerPxType --slTriggerPxType --intent-id --split --every --dry-run' valued='--instId --side --ordType --type --sz --size --usd --base --contracts --risk --px --price --tdMode --posSide --tgtCcy --tpTriggerPx --tp --tpOrdPx --slTriggerPx --sl --slOrdPx --tpTriggerPxType --slTriggerPxType --intent-id --split --every' ;;
    'order preview') options='--instId --side --ordType --type --sz --size --usd --base --contracts --risk --px --price --tdMode --posSide --reduceOnly --tgtCcy --tpTriggerPx --tp --tpOrdPx --slTriggerPx --sl --slOrdPx --tpTriggerPxType --slTriggerPxType --intent-id' valued='--instId --side --ordType --type --sz --size --usd --base --contracts --risk --px --price --tdMode --posSide --tgtCcy --tpTriggerPx --tp --tpOrdPx --slTriggerPx --sl --slOrdPx --tpTriggerPxType --slTriggerPxType --intent-id' ;;
    'order size') options='--instId --side --ordType --type --sz --size --usd --base --contracts --risk --px --price --tdMode --posSide --reduceOnly --tgtCcy --tpTriggerPx --tp --tpOrdPx --slTriggerPx --sl --slOrdPx --tpTriggerPxType --slTriggerPxType --intent-id' valued='--instId --side --ordType --type --sz --size --usd --base --contracts --risk --px --price --tdMode --posSide --tgtCcy --tpTriggerPx --tp --tpOrdPx --slTriggerPx --sl --slOrdPx --tpTriggerPxType --slTriggerPxType --intent-id' ;;
    'order get') options='--instId --ordId --clOrdId' valued='--instId --ordId --clOrdId' ;;
    'order list') options='--instId --instType' valued='--instId --instType' ;;
    'order history') options='--instId --instType --begin --end --after --limit --all --archive' valued='--instId --instType --begin --end --after --limit' ;;
    'order fills') options='--instId --instType --begin --end --after --limit --all --ordId --archive' valued='--instId --instType --begin --end --after --limit --ordId' ;;
    'order amend') options='--instId --ordId --clOrdId --newSz --sz --size --newPx --px --price --cxlOnFail --intent-id --dry-run' valued='--instId --ordId --clOrdId --newSz --sz --size --newPx --px --price --intent-id' ;;
    'order cancel') options='--instId --ordId --clOrdId' valued='--instId --ordId --clOrdId' ;;
    'order cancel-all') options='--instId --instType --side --algos' valued='--instId --instType --side' ;;
    'order close') options='--instId --posSide --mgnMode --ccy --sz --size --ratio --autoCxl --all --dry-run --intent-id' valued='--instId --posSide --mgnMode --ccy --sz --size --ratio --intent-id' ;;
    'order algo') commands='place trail list amend cancel' ;;
    'order algo place') options='--instId --side --sz --size --closeFraction --tdMode --posSide --reduceOnly --cxlOnClosePos --tgtCcy --ccy --intent-id --dry-run --ordType --type --tpTriggerPx --tp --tpOrdPx --tpTriggerPxType --slTriggerPx --sl --slOrdPx --slTriggerPxType --triggerPx --orderPx --ordPx --px --triggerPxType' valued='--instId --side --sz --size --closeFraction --tdMode --posSide --tgtCcy --ccy --intent-id --ordType --type --tpTriggerPx --tp --tpOrdPx --tpTriggerPxType --slTriggerPx --sl --slOrdPx --slTriggerPxType --triggerPx --orderPx --ordPx --px --triggerPxType' ;;
    'order algo trail') options='--instId --side --sz --size --closeFraction --tdMode --posSide --reduceOnly --cxlOnClosePos --tgtCcy --ccy --intent-id --dry-run --callbackRatio --callbackSpread --activePx' valued='--instId --side --sz --size --closeFraction --tdMode --posSide --tgtCcy --ccy --intent-id --callbackRatio --callbackSpread --activePx' ;;
    'order algo list') options='--instId --instType --ordType --type --history --state' valued='--instId --instType --ordType --type --state' ;;
    'order algo amend') options='--instId --algoId --algoClOrdId --newSz --newTpTriggerPx --newTpOrdPx --newSlTriggerPx --newSlOrdPx --newTriggerPx --newOrdPx --newOrderPx' valued='--instId --algoId --algoClOrdId --newSz --newTpTriggerPx --newTpOrdPx --newSlTriggerPx --newSlOrdPx --newTriggerPx --newOrdPx --newOrderPx' ;;
    'order algo cancel') options='--instId --algoId --algoClOrdId' valued='--instId --algoId --algoClOrdId' ;;
    'order batch') options='--action --orders --dry-run' valued='--action --orders' ;;
    'order resolve') ;;
    'guard') commands='check status limits init halt resume stage promote kill heartbeat' ;;
    'guard check') options='--instId --side --ordType --type --sz --size --usd --base --contracts --risk --px --price --tdMode --posSide --reduceOnly --tgtCcy --tpTriggerPx --tp --tpOrdPx --slTriggerPx --sl --slOrdPx --tpTriggerPxType --slTriggerPxType --intent-id' valued='--instId --side --ordType --type --sz --size --usd --base --contracts --risk --px --price --tdMode --posSide --tgtCcy --tpTriggerPx --tp --tpOrdPx --slTriggerPx --sl --slOrdPx --tpTriggerPxType --slTriggerPxType --intent-id' ;;
    'guard status') ;;
    'guard limits') options='--use --loosen --reason' valued='--reason' ;;
    'guard init') options='--print' ;;
    'guard halt') options='--reason --all --reducing' valued='--reason' ;;
    'guard resume') options='--reason --all' valued='--reason' ;;
    'guard stage') options='--demo-profile' valued='--demo-profile' ;;
    'guard promote') options='--demo-profile --reason' valued='--demo-profile --reason' ;;
    'guard kill') options='--flatten --spot --reason' valued='--reason' ;;
    'guard heartbeat') options='--interval --once --disarm --reason --timeout' valued='--interval --reason --timeout' ;;
    'reconcile') commands='adopt' options='--expected --halt --max-time --output' valued='--expected --max-time --output' ;;
    'reconcile adopt') options='--reason' valued='--reason' ;;
    'diagnose') options='--go-live --send-test --output' valued='--output' ;;
    'audit') commands='show export verify' ;;
    'audit show') options='--limit --type' valued='--limit --type' ;;
    'audit export') options='--since --until --type --format --output' valued='--since --until --type --format --output' ;;
    'audit verify') options='--anchor' valued='--anchor' ;;
    'paper') commands='serve status reset fund price replay adl' ;;
    'paper serve') options='--port --fault' valued='--port --fault' ;;
    'paper status') ;;
    'paper reset') options='--seed' valued='--seed' ;;
    'paper fund') options='--out' ;;
    'paper price') options='--mark --index --clear' valued='--mark --index' ;;
    'paper replay') options='--instId --speed --step --at-once' valued='--instId --speed --step' ;;
    'paper adl') options='--sz --mgnMode --posSide' valued='--sz --mgnMode --posSide' ;;
    'config') commands='init show path profiles' ;;
    'config init') options='--print --base-url' valued='--base-url' ;;
    'config show') ;;
    'config path') ;;
    'config profiles') ;;
    'tour') ;;
    'completion') ;;
    'help') options='--man' valued='--man' ;;
  esac
  options="$options --profile --demo --live --paper --read-only --json --config --timeout -y --yes --verbose --quiet --color -h --help --version"
  valued="$valued --profile --config --timeout --color"
}

# The values of an option, named with its command before it.
__okx_value() {
  case $1 in
    *' --action') __okx_add 'place amend cancel' ;;
    *' --bar') __okx_add '1m 3m 5m 15m 30m 1H 2H 4H 6H 12H 1D 2D 3D 1W 1M 3M 6Hutc 12Hutc 1Dutc 2Dutc 3Dutc 1Wutc 1Mutc 3Mutc' ;;
    *' --color') __okx_add 'auto always never' ;;
    *' --config' | *' --expected' | *' --man' | *' --orders' | *' --output') __okx_files ;;
    *' --ctType') __okx_add 'linear inverse' ;;
    *' --demo-profile' | *' --profile') __okx_profiles ;;
    *' --format') __okx_add 'ndjson csv' ;;
    *' --instId') __okx_instruments ;;
    'account positions --instType' | 'account positions-history --instType' | 'account bills --instType' | 'account fees --instType' | 'market instruments --instType' | 'order list --instType' | 'order history --instType' | 'order fills --instType' | 'order cancel-all --instType' | 'order algo list --instType') __okx_add 'SPOT MARGIN SWAP FUTURES OPTION' ;;
    'market tickers --instType') __okx_add 'SPOT SWAP FUTURES OPTION' ;;
    'market mark-price --instType') __okx_add 'MARGIN SWAP FUTURES OPTION' ;;
    'market open-interest --instType') __okx_add 'SWAP FUTURES OPTION' ;;
    *' --mgnMode') __okx_add 'cross isolated' ;;
    'order place --ordType' | 'order preview --ordType' | 'order size --ordType' | 'guard check --ordType' | 'order place --type' | 'order preview --type' | 'order size --type' | 'guard check --type') __okx_add 'market limit post_only fok ioc optimal_limit_ioc' ;;
    'order algo place --ordType' | 'order algo place --type') __okx_add 'conditional oco trigger' ;;
    'order algo list --ordType' | 'order algo list --type') __okx_add 'conditional oco trigger move_order_stop chase iceberg twap' ;;
    *' --posMode') __okx_add 'net_mode long_short_mode' ;;
    *' --posSide') __okx_add 'long short net' ;;
    *' --side') __okx_add 'buy sell' ;;
    *' --slTriggerPxType' | *' --tpTriggerPxType' | *' --triggerPxType') __okx_add 'last index mark' ;;
    *' --state') __okx_add 'effective canceled order_failed' ;;
    *' --tdMode') __okx_add 'cash cross isolated spot_isolated' ;;
    *' --tgtCcy') __okx_add 'base_ccy quote_ccy' ;;
    'account positions-history --type') __okx_add '1 2 3 4 5 6' ;;
    'audit show --type' | 'audit export --type') __okx_add 'intent outcome denied fills books reconciled halted reducing resumed tripped marks tally promoted trading-key pinned note checkpoint' ;;
  esac
}

# The words in the place of that number, counted from 0, behind a command.
__okx_place() {
  case $1 in
    'account positions 0' | 'account positions-history 0' | 'account bills 0' | 'account fees 0' | 'account leverage 0' | 'account max-size 0' | 'account max-avail-size 0' | 'account set-leverage 0' | 'market ticker 0' | 'market orderbook 0' | 'market candles 0' | 'market trades 0' | 'market instruments 0' | 'market mark-price 0' | 'market funding-rate 0' | 'market price-limit 0' | 'market index-ticker 0' | 'market open-interest 0' | 'order place 0' | 'order preview 0' | 'order size 0' | 'order get 0' | 'order list 0' | 'order history 0' | 'order fills 0' | 'order amend 0' | 'order cancel 0' | 'order cancel-all 0' | 'order close 0' | 'order algo place 0' | 'order algo trail 0' | 'order algo list 0' | 'order algo amend 0' | 'order algo cancel 0' | 'guard check 0' | 'paper price 0' | 'paper replay 0' | 'paper adl 0') __okx_instruments ;;
    'market tickers 0') __okx_add 'SPOT SWAP FUTURES OPTION' ;;
    'paper replay 1') __okx_files ;;
    'completion 0') __okx_add 'bash zsh fish' ;;
    'help '*) __okx_add 'exit-codes environment config json diagnose' ;;
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
