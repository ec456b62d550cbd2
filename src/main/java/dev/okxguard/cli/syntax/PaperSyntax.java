package dev.okxguard.cli.syntax;

/// What annotations say in `cli.paper`. Written by `SyntaxTest` with -Dgolden=update.
final class PaperSyntax {
  private PaperSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "AdlCommand" ->
          """
          reach PAPER_CHANGE
          command adl : play auto-deleveraging: the exchange takes a position, or a part of it, away at its mark price
            example okx paper adl BTC-USDT-SWAP
            example okx paper adl BTC-USDT-SWAP --sz 2
            example okx paper adl BTC-USDT-SWAP --mgnMode isolated --posSide long
          parameter instId 0 INSTID : instrument
          option sz --sz N : contracts; all of them if not given
          option mgnMode --mgnMode MODE : of the position, where there are several: ${COMPLETION-CANDIDATES}
            words option.MgnModes
          option posSide --posSide SIDE : of the position, where there are several: ${COMPLETION-CANDIDATES}
            words option.PosSides
          """;
      case "FundCommand" ->
          """
          reach PAPER_CHANGE
          command fund : add to the paper account, or take from it, as a transfer does
            example okx paper fund USDT 5000
            example okx paper fund BTC 0.5
            example okx paper fund USDT 50 --out
          parameter ccy 0 CCY : currency, for example USDT
          parameter amount 1 AMOUNT : how much
          option out --out : take it out of the account
          """;
      case "PaperCommands" ->
          """
          command paper : The embedded exchange: serve it, look at it, fund it, set its prices.
          """;
      case "PriceCommand" ->
          """
          reach PAPER_CHANGE
          command price : fix an instrument's price until it is set anew or cleared
            example okx paper price BTC-USDT 61000
            example okx paper price BTC-USDT-SWAP 61000 --mark 60990.5
            example okx paper price BTC-USDT --clear
          spec spec
          parameter instId 0 INSTID : instrument
          parameter last 1 PRICE : last price
            arity 0..1
          option mark --mark PRICE : mark price, if different
          option index --index PRICE : index price, if different
          option clear --clear : let the price move by itself again
          """;
      case "ReplayCommand" ->
          """
          reach PAPER_CHANGE
          command replay : play candles (CSV of ts,open,high,low,close) as an instrument's price, from now on in time, or all at once with --at-once; the last price stays
            example okx paper replay BTC-USDT-SWAP candles.csv
            example okx paper replay BTC-USDT-SWAP candles.csv --speed 60
            example okx paper replay BTC-USDT-SWAP candles.csv --step 1
            example okx paper replay BTC-USDT-SWAP - --at-once --json
          spec spec
          parameter first 0 INSTID : instrument, for example BTC-USDT-SWAP; not given with --instId
          parameter second 1 FILE : the candles, - for standard input
            arity 0..1
          option named --instId INSTID : the instrument, by name
          option speed --speed N : play N times faster than the candles happened; 1 if not given
          option step --step SECONDS : seconds that each candle takes, instead of --speed
          option atOnce --at-once : walk through all prices now, each with its fills, stops and liquidations; no time passes, so no funding is due
          """;
      case "ResetCommand" ->
          """
          reach PAPER_CHANGE
          command reset : start a new paper exchange: new account, new key, fresh balances
            example okx paper reset
            example okx paper reset --seed 42
          option seed --seed N : seed of the price paths
          """;
      case "ServeCommand" ->
          """
          reach PAPER
          command serve : serve the paper exchange over HTTP on 127.0.0.1, with one line of JSON on standard output once it listens, until interrupted
            about
            about A fault (--fault SPEC) is written KIND[=N][+effect][@METHOD:PATH][#N|xN|x*]\r  lost-reply       processed, then the connection drops\r  lost-request     the connection drops, nothing is processed\r  delay=MS         processed MS milliseconds late (slow=MS is the same)\r  delay-after=MS   processed at once, answered MS milliseconds late\r  50004, 51149     and any other code: an answer with that code instead;\r                   nothing is processed. Of keys: 50101 other environment,\r                   50105 passphrase, 50110 address, 50113 signature, 50119\r                   unknown key, 50120 key that may only read\r  429              HTTP 429 with code 50011; nothing is processed\r  http-502         an HTML page with that status; nothing is processed\r  ...+effect       for codes, 429 and http-...: processed all the same\r  partial=N        of a list the first N items are processed, each of the\r                   others is answered 51008 (the whole with code 2)\r  partial=N+effect all are processed, but each after the first N is\r                   answered 50026\r  empty, truncated, garbage\r                   processed, but the body arrives damaged\r  clock-skew=MS    the exchange's clock is ahead by MS (may be negative)\r  late-visibility=MS\r                   orders, algo orders, fills and positions that came about\r                   less than MS ago are not found\rMETHOD is GET, POST or *; PATH is the end of a path, or *; without @ every\rrequest matches. #N: only the Nth match. xN: the first N. x*: all. Without:\rall for clock-skew and late-visibility, the first for the others.\rExamples: lost-reply@POST:/trade/order  50026+effect@POST:/trade/order#2\r          429@GET:*x5  partial=1@POST:/trade/batch-orders\r
            example okx paper serve --port 8377
            example okx paper serve --port 0 --fault 'lost-reply@POST:/trade/order#1'
          spec spec
          option port --port N : port; 0 picks a free one; default ${DEFAULT-VALUE}
            default 8377
          option faults --fault SPEC : a fault to play; repeatable
          """;
      case "StatusCommand" ->
          """
          reach PAPER
          command status : the paper exchange: account, balances, prices set, and what it assumes
            example okx paper status
            example okx paper status --json
          """;
      default -> "";
    };
  }
}
