package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// GET trade/fills (3 days) and trade/fills-history (3 months).
record FillReads(Session session) {
  private static final Duration RECENT = Duration.ofDays(3);

  Result fills(Call call) {
    return fills(call, RECENT);
  }

  Result history(Call call) {
    new Query(call).required("instType");
    return fills(call, Account.ARCHIVE);
  }

  private Result fills(Call call, Duration window) {
    Query query = new Query(call);
    Optional<String> type = query.type();
    List<Trade> trades = session.account().trades();
    Instant oldest = session.now().minus(window);
    Stream<Trade> rows =
        Paging.past(query, trades, FillReads::cursor, Trade::time, oldest)
            .filter(trade -> type.map(trade.instType().name()::equals).orElse(true))
            .filter(trade -> matches(query, trade));
    List<Trade> page = Paging.page(query, rows, FillReads::cursor);
    return Result.of(Row.list(page.stream().map(this::row).toList()));
  }

  private static long cursor(Trade trade) {
    return Long.parseLong(trade.billId());
  }

  private boolean matches(Query query, Trade trade) {
    return query.allows("instId", trade.instId())
        && query.allows("instFamily", session.instrument(trade.instId()).instFamily())
        && query.allows("ordId", trade.ordId())
        && query.allows("subType", trade.subType());
  }

  ObjectNode row(Trade trade) {
    boolean spot = trade.instType() == InstType.SPOT;
    boolean coins = !trade.instType().contracts();
    Row row =
        new Row()
            .text("instType", trade.instType().name())
            .text("instId", trade.instId())
            .text("tradeId", trade.tradeId())
            .text("ordId", trade.ordId())
            .text("clOrdId", trade.clOrdId())
            .text("billId", trade.billId())
            .text("subType", trade.subType())
            .text("tag", trade.tag())
            .text("side", trade.side().word())
            .text("posSide", trade.posSide().word())
            .text("execType", trade.execType())
            .number("fillPx", trade.px())
            .number("fillSz", trade.sz())
            .number("fillPnl", trade.pnl())
            .number("fee", trade.fee())
            .text("feeCcy", trade.feeCcy())
            .time("fillTime", trade.time())
            .time("ts", trade.time());
    if (coins) {
      row.number(
          "feeRate", trade.taker() ? Fees.taker(trade.instType()) : Fees.maker(trade.instType()));
    } else {
      row.blank("feeRate");
    }
    String quote = session.instrument(trade.instId()).quoteCcy();
    return row.text("tradeQuoteCcy", spot ? quote : "")
        .blank("fillFwdPx", "fillIdxPx", "fillMarkPx", "fillMarkVol", "fillPxUsd", "fillPxVol")
        .build();
  }
}
