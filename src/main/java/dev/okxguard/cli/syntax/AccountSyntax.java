package dev.okxguard.cli.syntax;

/// What annotations say in `cli.account`. Written by `SyntaxTest` with -Dgolden=update.
final class AccountSyntax {
  private AccountSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "AccountCommands" ->
          """
          command account : What the account holds, may do, did and pays.
          """;
      case "AssetBalanceCommand" ->
          """
          reach PRIVATE
          command asset-balance : balances of the funding account
            example okx account asset-balance
            example okx account asset-balance USDT
          mixin currencies
          """;
      case "BalanceCommand" ->
          """
          reach PRIVATE
          command balance : equity, cash and what is free, by currency
            example okx account balance
            example okx account balance USDT,BTC --json
          mixin currencies
          """;
      case "BillFilter" ->
          """
          mixin instrument
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words option.InstTypes
          option ccy --ccy CCY : one currency
          option mgnMode --mgnMode MODE : one of ${COMPLETION-CANDIDATES}
            words option.MgnModes
          option ctType --ctType TYPE : one of ${COMPLETION-CANDIDATES}
            words account.ContractTypes
          option type --type N : kind of bill by its number, for example 2 trade, 8 funding fee
          option subType --subType N : kind within the kind
          option after --after BILLID : only bills before this one
          option before --before BILLID : only bills after this one
          option begin --begin TIME : from this time on
            converter option.Moment
          option end --end TIME : up to this time
            converter option.Moment
          """;
      case "BillsCommand" ->
          """
          reach PRIVATE
          command bills : what changed the balances in the last seven days, newest first
            example okx account bills --ccy USDT --limit 20
            example okx account bills --type 8 --begin 2026-11-01 --archive --all
          mixin filter
          mixin paging
          option archive --archive : the last three months instead of seven days
          """;
      case "ConfigCommand" ->
          """
          reach PRIVATE
          command config : the key, its rights, and the account it belongs to
            example okx account config
            example okx account config --json
          """;
      case "FeesCommand" ->
          """
          reach PRIVATE
          command fees : fee rates; negative: you pay, positive: you are paid
            example okx account fees --instType SPOT
            example okx account fees BTC-USDT-SWAP
          spec spec
          mixin instrument
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words option.InstTypes
          option instFamily --instFamily FAMILY : instrument family of contracts
          option groupId --groupId ID : fee group of an instrument
          """;
      case "LeverageCommand" ->
          """
          reach PRIVATE
          command leverage : the leverage set for instruments
            example okx account leverage BTC-USDT-SWAP
            example okx account leverage --instId BTC-USDT-SWAP,ETH-USDT-SWAP --mgnMode isolated
          spec spec
          mixin instrument
          option mgnMode --mgnMode MODE : one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})
            words option.MgnModes
            default cross
          option ccy --ccy CCY : currency, for cross margin trading
          """;
      case "MaxAvailSizeCommand" ->
          """
          reach PRIVATE
          command max-avail-size : what is free for an order
            example okx account max-avail-size BTC-USDT
            example okx account max-avail-size --instId BTC-USDT-SWAP --tdMode isolated
          mixin trading
          option reduceOnly --reduceOnly : count only what reduces a position
          """;
      case "MaxSizeCommand" ->
          """
          reach PRIVATE
          command max-size : the largest order the account could place
            example okx account max-size BTC-USDT
            example okx account max-size --instId BTC-USDT-SWAP --tdMode cross --px 90000
          mixin trading
          option leverage --leverage N : as if the leverage were this
          """;
      case "PositionsCommand" ->
          """
          reach PRIVATE
          command positions : open positions
            example okx account positions
            example okx account positions --instType SWAP
            example okx account positions BTC-USDT-SWAP --json
          mixin instrument
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words option.InstTypes
          option posId --posId ID[,ID] : only these positions
          """;
      case "PositionsHistoryCommand" ->
          """
          reach PRIVATE
          command positions-history : closed positions of the last three months, newest first
            example okx account positions-history --limit 20
            example okx account positions-history --instType SWAP --before 2026-11-01 --all
          mixin instrument
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words option.InstTypes
          option mgnMode --mgnMode MODE : one of ${COMPLETION-CANDIDATES}
            words option.MgnModes
          option type --type N : how it ended: 1 partly closed, 2 closed, 3 liquidated, 4 partly liquidated, 5 and 6 deleveraged
            words account.CloseTypes
          option posId --posId ID : one position
          option after --after TIME : only changes before this time
            converter option.Moment
          option before --before TIME : only changes after this time
            converter option.Moment
          mixin paging
          """;
      case "SetLeverageCommand" ->
          """
          command set-leverage : set an instrument's leverage, up to max_leverage
            example okx --paper account set-leverage BTC-USDT-SWAP --lever 2
            example okx --demo account set-leverage BTC-USDT-SWAP --lever 2 --mgnMode isolated --posSide long
          mixin instrument
          option lever --lever N : leverage
            required
          option mgnMode --mgnMode MODE : one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}
            words option.MgnModes
            default cross
          option posSide --posSide SIDE : one of ${COMPLETION-CANDIDATES}; isolated in long/short mode only
            words option.PosSides
          """;
      case "SetPositionModeCommand" ->
          """
          command set-position-mode : net or long/short positions, for all contracts; OKX refuses while any is open
            example okx --paper account set-position-mode --posMode long_short_mode
          option posMode --posMode MODE : one of ${COMPLETION-CANDIDATES}
            words option.PosModes
            required
          """;
      default -> "";
    };
  }
}
