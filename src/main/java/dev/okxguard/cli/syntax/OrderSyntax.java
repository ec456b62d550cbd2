package dev.okxguard.cli.syntax;

/// What annotations say in `cli.order`. Written by `SyntaxTest` with -Dgolden=update.
final class OrderSyntax {
  private OrderSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "AmendCommand" ->
          """
          command amend : change size or price of one resting order; judged as the order it leaves behind, its stops stay
            example okx --demo order amend BTC-USDT --ordId 312269865356374016 --newPx 59500
            example okx --demo order amend BTC-USDT-SWAP --clOrdId okgd1a2b3c --newSz 0.02
          spec command
          mixin instrument
          mixin ids
          option newSz --newSz --sz --size SZ : new total size in OKX's unit, what is filled already included
          option newPx --newPx --px --price PX : new price
          option cancelOnFail --cxlOnFail : cancel the order when OKX cannot change it
            arity 0..1
            fallback true
          option intentId --intent-id KEY : your own name for this change: repeating the command never sends it twice
          option dryRun --dry-run : judge the change and show what would be sent; sends nothing
          """;
      case "BatchCommand" ->
          """
          command batch : place, amend or cancel many orders, up to 20 in a request, each with its own outcome; keys are OKX's parameter names and intentId.
            about An order with an intentId is placed once, however often the command is repeated. A clOrdId on place is taken as its intentId; OKX sees an id of our own.
            example okx --demo order batch --action place --orders orders.jsonl
            example okx --paper order batch --action cancel --orders '[{"instId":"BTC-USDT","ordId":"7"}]'
          option action --action : one of ${COMPLETION-CANDIDATES}
            words option.BatchActions
            required
          option orders --orders JSON|FILE|- : a JSON array, a file of it or of one JSON object a line, or - to read stdin
            required
          option dryRun --dry-run : judge every order and show what would be sent; sends nothing
          """;
      case "CancelAllCommand" ->
          """
          command cancel-all : cancel all pending orders and see that they are gone; works while halted
            about Algo orders, which may be the stop of an open position, stay unless --algos is given. Exit 0 only when a last read shows nothing left.
            example okx --paper order cancel-all
            example okx --demo order cancel-all BTC-USDT-SWAP --side buy --json
            example okx --demo order cancel-all --instType SWAP --algos
          mixin instrument
          option instType --instType TYPE : only one of ${COMPLETION-CANDIDATES}
            words option.InstTypes
          option side --side : only ${COMPLETION-CANDIDATES}
            words option.Sides
          option algos --algos : algo orders too; where the policy demands stops, those an open position needs stay
          """;
      case "CancelCommand" ->
          """
          command cancel : cancel one order and see that it is gone; works while halted
            example okx --paper order cancel BTC-USDT --ordId 312269865356374016
            example okx --demo order cancel BTC-USDT-SWAP --clOrdId okgd1a2b3c
          mixin instrument
          mixin ids
          """;
      case "CloseCommand" ->
          """
          command close : close a position at market and see that it is gone; never opens one; works while halted
            about A residue, a turned position or one that cannot be read afterwards halts trading (exit 11). No such position is exit 5; with --all nothing to close is exit 0. Spot has no position: sell it.
            example okx --paper order close BTC-USDT-SWAP
            example okx --demo order close BTC-USDT-SWAP --posSide long --ratio 50%
            example okx --demo order close --all --autoCxl
          spec spec
          mixin instrument
          mixin leg
          mixin size
          option autoCxl --autoCxl : let OKX cancel closing orders that stand in the way; whole legs only
          option all --all : every open leg, whatever becomes of the others
          option dryRun --dry-run : show what would be sent, send nothing
          option intentId --intent-id KEY : your own name for this close: repeating the command with it closes once
          """;
      case "CloseSizeOptions" ->
          """
          mixee spec
          option sz --sz --size : contracts to close; never more than are held
          option ratio --ratio R : part to close, as in 0.5 or 50%%; rounded down to the lot
          """;
      case "FillsCommand" ->
          """
          reach PRIVATE
          command fills : trades of the last three days, newest first
            example okx --paper order fills
            example okx --paper order fills BTC-USDT --ordId 312269865356374016
            example okx --demo order fills --instType SWAP --archive --all --json
          mixin filter
          mixin paging
          option ordId --ordId ID : only this order's
          option archive --archive : the last three months instead of three days
          """;
      case "GetCommand" ->
          """
          reach PRIVATE
          command get : one order as OKX has it
            example okx --paper order get BTC-USDT --ordId 312269865356374016
            example okx --demo order get BTC-USDT --clOrdId okgd1a2b3c --json
          mixin instrument
          mixin ids
          """;
      case "HistoryCommand" ->
          """
          reach PRIVATE
          command history : orders finished in the last seven days, newest first; OKX forgets ones cancelled without a fill after two hours
            example okx --paper order history BTC-USDT
            example okx --demo order history --instType SWAP --archive --all --json
          mixin filter
          mixin paging
          option archive --archive : the last three months instead of seven days
          """;
      case "LegOptions" ->
          """
          option posSide --posSide : ${COMPLETION-CANDIDATES}; where both legs of long/short mode are open
            words option.PosSides
          option mgnMode --mgnMode : ${COMPLETION-CANDIDATES}; where both are open
            words option.MgnModes
          option ccy --ccy CCY : margin currency, where a pair has margin positions in several
          """;
      case "ListCommand" ->
          """
          reach PRIVATE
          command list : pending orders, all pages
            example okx --paper order list
            example okx --demo order list --instType SWAP --json
          mixin instrument
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words option.InstTypes
          """;
      case "OrderCommands" ->
          """
          command order : Place, preview, look up, list, amend, cancel, close and resolve orders, one or many.
          """;
      case "OrderIds" ->
          """
          mixee spec
          option ordId --ordId ID : OKX's id of the order
          option clOrdId --clOrdId ID : the client id of the order
          """;
      case "OrderOptions" ->
          """
          mixee spec
          mixin instrument
          option side --side : buy or sell
            candidates option.Sides
          option ordType --ordType --type : market, limit, post_only, fok, ioc or optimal_limit_ioc; without it: limit when --px is given, else market
            candidates option.OrdTypes
          mixin size
          option px --px --price : price, for every type but market
          option tdMode --tdMode : cash, cross or isolated; default cash for spot, cross for contracts
            candidates option.TdModes
          option posSide --posSide : long or short, in long/short mode only
            candidates option.PosSides
          option reduceOnly --reduceOnly : never open or turn a position
            arity 0..1
            fallback true
          option tgtCcy --tgtCcy : base_ccy or quote_ccy; spot market orders only
            candidates option.SizeUnits
          option tpTriggerPx --tpTriggerPx --tp : take-profit trigger price
          option tpOrdPx --tpOrdPx : take-profit order price; -1, the default, is market
          option slTriggerPx --slTriggerPx --sl : stop-loss trigger price
          option slOrdPx --slOrdPx : stop-loss order price; -1, the default, is market
          option tpTriggerPxType --tpTriggerPxType PRICE : which price it watches: one of ${COMPLETION-CANDIDATES}
            words option.PriceTypes
          option slTriggerPxType --slTriggerPxType PRICE : which price it watches: one of ${COMPLETION-CANDIDATES}
            words option.PriceTypes
          option intentId --intent-id KEY : your own name for this order: repeating the command with it never places two
          """;
      case "PastFilter" ->
          """
          mixee spec
          mixin instrument
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}; that of the instrument where OKX wants one: for a pair SPOT, unless MARGIN is said
            words option.InstTypes
          option begin --begin TIME : from this time on
            converter option.Moment
          option end --end TIME : up to this time
            converter option.Moment
          option after --after ID : only rows older than this one
          """;
      case "PlaceCommand" ->
          """
          command place : place one order, at most once, within the limits
            example okx --paper order place BTC-USDT --side buy --usd 20
            example okx --demo order place BTC-USDT --side buy --type limit --sz 0.0005 --px 90000
            example okx --demo order place BTC-USDT-SWAP --side buy --sz 0.05 --sl 90000
            example okx --demo order place BTC-USDT --side buy --usd 50 --intent-id dca-2026-11-21
            example okx --demo order place BTC-USDT-SWAP --side buy --risk 1% --sl 90000 --dry-run
            example okx --demo order place BTC-USDT --side buy --usd 90 --split 3 --every 5m --intent-id dca-7
          mixin order
          mixin split
          option dryRun --dry-run : show what would be sent and what the guard says, as order preview; send nothing
          """;
      case "PreviewCommand" ->
          """
          command preview : show what placing the order would send and what the guard says; sends nothing
            example okx --paper order preview BTC-USDT --side buy --usd 20
            example okx --demo order preview BTC-USDT-SWAP --side sell --sz 0.05 --reduceOnly --json
          mixin order
          """;
      case "ResolveCommand" ->
          """
          command resolve : ask OKX what became of every open intent; sends no order; exit 8 if any stays open
            example okx --paper order resolve
            example okx --live order resolve --json
          """;
      case "SizeCommand" ->
          """
          reach PRIVATE
          command size : work out a size in every unit, with fee, margin and risk; judges and sends nothing
            example okx --paper order size BTC-USDT-SWAP --side buy --usd 250
            example okx --demo order size BTC-USDT-SWAP --side buy --px 90000 --risk 1% --sl 88000 --tp 95000
            example okx order size BTC-USD-SWAP --side sell --base 0.01 --json
          mixin order
          """;
      case "SizeOptions" ->
          """
          mixee spec
          option sz --sz --size : size in OKX's unit: contracts; base currency for spot; quote currency for a spot market buy unless --tgtCcy base_ccy
          option usd --usd AMOUNT : worth at most so many US dollars, at the worse of limit and market
          option base --base AMOUNT : at most so much of the coin, for example 0.01 BTC, whatever the instrument
          option contracts --contracts N : at most so many contracts
          option risk --risk RISK : lose at most that at the stop-loss (--sl), before fees: 1%% or 0.01 of the equity, or 25usd
            converter option.RiskConverter
          """;
      case "SplitOptions" ->
          """
          mixee spec
          option parts --split N : place it in N parts (2 to 100), each judged and recorded on its own; stops at the first that is not accepted. With --intent-id, repeating the command goes on from there
          option every --every TIME : wait so long between the parts of --split: 500ms, 30s, 5m, 1h (default: 30s)
            converter option.Lengths
          """;
      default -> "";
    };
  }
}
