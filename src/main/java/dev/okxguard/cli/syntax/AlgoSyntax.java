package dev.okxguard.cli.syntax;

/// What annotations say in `cli.order.algo`. Written by `SyntaxTest` with -Dgolden=update.
final class AlgoSyntax {
  private AlgoSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "AlgoCommands" ->
          """
          command algo : Place, list, amend and cancel take-profits, stop-losses, triggers and trails.
          """;
      case "AlgoIds" ->
          """
          mixee spec
          mixin instrument
          option algoId --algoId ID : OKX's id of the algo order
          option algoClOrdId --algoClOrdId ID : the client id of the algo order
          """;
      case "AmendCommand" ->
          """
          command amend : change size or prices of a waiting algo order, within the limits
            example okx --paper order algo amend BTC-USDT-SWAP --algoId 312269865356374016 --newSlTriggerPx 91000
            example okx --demo order algo amend BTC-USDT-SWAP --algoClOrdId okgd1a2b3c --newSz 0.1
          spec spec
          mixin ids
          option newSz --newSz : new size
          option newTpTriggerPx --newTpTriggerPx : new take-profit trigger; 0 takes it away
          option newTpOrdPx --newTpOrdPx : new take-profit order price; -1 is market
          option newSlTriggerPx --newSlTriggerPx : new stop-loss trigger; 0 takes it away
          option newSlOrdPx --newSlOrdPx : new stop-loss order price; -1 is market
          option newTriggerPx --newTriggerPx : new trigger of a trigger order
          option newOrdPx --newOrdPx --newOrderPx : new order price of a trigger order; -1 is market
          """;
      case "CancelCommand" ->
          """
          command cancel : cancel one algo order and see that it is gone; works while halted, but leaves an open position the last stop its policy demands
            example okx --paper order algo cancel BTC-USDT-SWAP --algoId 312269865356374016
            example okx --demo order algo cancel BTC-USDT-SWAP --algoClOrdId okgd1a2b3c
          mixin ids
          """;
      case "ListCommand" ->
          """
          reach PRIVATE
          command list : waiting algo orders of every type, all pages; with --history those that are over
            aliases orders
            example okx --paper order algo list
            example okx --demo order algo list BTC-USDT-SWAP --ordType oco --json
            example okx --demo order algo list --history --state canceled
          spec spec
          mixin instrument
          option instType --instType TYPE : one of ${COMPLETION-CANDIDATES}
            words option.InstTypes
          option ordType --ordType --type TYPE : one of ${COMPLETION-CANDIDATES}; without it, all
            words order.algo.Listable
          option history --history : those that are over, of the last three months
          option state --state STATE : with --history, one of ${COMPLETION-CANDIDATES}; without it, all
            words order.algo.Ends
          """;
      case "PlaceCommand" ->
          """
          command place : place a take-profit, a stop-loss, both, or a trigger order, at most once
            example okx --paper order algo place BTC-USDT-SWAP --side sell --closeFraction 1 --reduceOnly --sl 90000
            example okx --demo order algo place BTC-USDT-SWAP --side sell --sz 0.05 --reduceOnly --tp 120000 --sl 90000
            example okx --demo order algo place BTC-USDT-SWAP --side buy --sz 0.05 --triggerPx 95000 --orderPx 95100 --sl 93000 --intent-id breakout-1
          mixin subject
          mixin triggers
          """;
      case "Subject" ->
          """
          mixee spec
          mixin instrument
          option side --side SIDE : one of ${COMPLETION-CANDIDATES}, of the order to be placed
            words option.Sides
          option sz --sz --size : size in OKX's unit: contracts; base currency for spot; quote currency for a spot market buy unless --tgtCcy base_ccy
          option closeFraction --closeFraction 1 : 1: close whatever the position is by then, instead of --sz
          option tdMode --tdMode MODE : one of ${COMPLETION-CANDIDATES}; cash for spot and cross for contracts when not given
            words option.TdModes
          option posSide --posSide SIDE : one of ${COMPLETION-CANDIDATES}; in long/short mode only
            words option.PosSides
          option reduceOnly --reduceOnly : never open or turn a position
            arity 0..1
            fallback true
          option cxlOnClosePos --cxlOnClosePos : goes away when the position is closed by other means
            arity 0..1
            fallback true
          option tgtCcy --tgtCcy : base_ccy or quote_ccy; spot orders at market only
            candidates option.SizeUnits
          option ccy --ccy CCY : margin currency
          option intentId --intent-id KEY : your own name for it: repeating the command with it never places two
          option dryRun --dry-run : show what would be sent and what the guard says; sends nothing
          """;
      case "TrailCommand" ->
          """
          command trail : place a trailing stop, at most once; it always goes at market
            example okx --paper order algo trail BTC-USDT-SWAP --side sell --sz 0.05 --reduceOnly --callbackRatio 1%
            example okx --demo order algo trail BTC-USDT-SWAP --side sell --sz 0.05 --reduceOnly --callbackSpread 500 --activePx 110000
          spec spec
          mixin subject
          option callbackRatio --callbackRatio RATIO : distance as a fraction like 0.01, or in percent with its sign
            converter order.algo.Ratio
          option callbackSpread --callbackSpread PRICE : distance in the price's own unit, instead of a ratio
          option activePx --activePx PRICE : price at which it begins to trail; without it, at once
          """;
      case "Triggers" ->
          """
          mixee spec
          option ordType --ordType --type TYPE : one of ${COMPLETION-CANDIDATES}; without it: trigger with --triggerPx, oco with both --tp and --sl, else conditional
            words order.algo.Placeable
          option tpTriggerPx --tpTriggerPx --tp : take-profit trigger price; with --triggerPx attached to the order it places
          option tpOrdPx --tpOrdPx : take-profit order price; -1, the default, is market
          option tpTriggerPxType --tpTriggerPxType PRICE : which price it watches: one of ${COMPLETION-CANDIDATES}
            words option.PriceTypes
          option slTriggerPx --slTriggerPx --sl : stop-loss trigger price; with --triggerPx attached to the order it places
          option slOrdPx --slOrdPx : stop-loss order price; -1, the default, is market
          option slTriggerPxType --slTriggerPxType PRICE : which price it watches: one of ${COMPLETION-CANDIDATES}
            words option.PriceTypes
          option triggerPx --triggerPx : price that places the order of a trigger order
          option orderPx --orderPx --ordPx --px : price of a trigger order's order; -1, the default, is market
          option triggerPxType --triggerPxType PRICE : which price the trigger watches: one of ${COMPLETION-CANDIDATES}
            words option.PriceTypes
          """;
      default -> "";
    };
  }
}
