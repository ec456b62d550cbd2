package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// GET account/bills (7 days) and account/bills-archive (3 months).
record BillReads(Session session) {
  private static final Duration RECENT = Duration.ofDays(7);

  Result bills(Call call) {
    return bills(call, RECENT);
  }

  Result archive(Call call) {
    return bills(call, Account.ARCHIVE);
  }

  private Result bills(Call call, Duration window) {
    Query query = new Query(call);
    Optional<String> type = query.type();
    List<Bill> bills = session.account().ledger().bills();
    Instant oldest = session.now().minus(window);
    Stream<Bill> rows =
        Paging.past(query, bills, BillReads::cursor, Bill::time, oldest)
            .filter(bill -> matches(query, bill))
            .filter(bill -> type.map(instType(bill)::equals).orElse(true));
    List<Bill> page = Paging.page(query, rows, BillReads::cursor);
    return Result.of(Row.list(page.stream().map(BillReads::row).toList()));
  }

  private static long cursor(Bill bill) {
    return Long.parseLong(bill.billId());
  }

  private boolean matches(Query query, Bill bill) {
    return query.allows("ccy", bill.ccy())
        && query.allows("type", bill.type())
        && query.allows("subType", bill.subType())
        && query.allows("instId", bill.cause().map(Bill.Cause::instId).orElse(""))
        && query.allows("mgnMode", bill.cause().map(cause -> cause.tdMode().word()).orElse(""))
        && query.allows("ctType", contractType(bill));
  }

  private String contractType(Bill bill) {
    return bill.cause()
        .filter(cause -> cause.instType().contracts())
        .filter(cause -> cause.instType() != InstType.OPTION)
        .map(cause -> session.instrument(cause.instId()).inverse() ? "inverse" : "linear")
        .orElse("");
  }

  private static String instType(Bill bill) {
    return bill.cause().map(cause -> cause.instType().name()).orElse("");
  }

  private static ObjectNode row(Bill bill) {
    Row row =
        new Row()
            .text("billId", bill.billId())
            .text("type", bill.type())
            .text("subType", bill.subType())
            .time("ts", bill.time())
            .text("ccy", bill.ccy())
            .number("balChg", bill.balChg())
            .number("bal", bill.bal())
            .zero("interest")
            .blank(
                "earnAmt",
                "earnApr",
                "fillFwdPx",
                "fillIdxPx",
                "fillMarkPx",
                "fillMarkVol",
                "fillPxUsd",
                "fillPxVol",
                "notes");
    return bill.cause()
        .map(cause -> traded(row, bill, cause))
        .orElseGet(() -> moved(row, bill))
        .build();
  }

  private static Row traded(Row row, Bill bill, Bill.Cause cause) {
    boolean moves = bill.type().equals("6");
    return row.blank("from", "to")
        .text("instType", cause.instType().name())
        .text("instId", cause.instId())
        .text("mgnMode", cause.tdMode().word())
        .text("ordId", cause.ordId())
        .text("clOrdId", cause.clOrdId())
        .text("tag", cause.tag())
        .text("tradeId", cause.tradeId())
        .number("px", moves ? Optional.empty() : Optional.of(cause.px()))
        .number("sz", cause.sz())
        .number("fee", moves ? BigDecimal.ZERO : cause.fee())
        .number("pnl", moves ? BigDecimal.ZERO : cause.pnl())
        .number("posBalChg", cause.posChg())
        .number("posBal", cause.pos())
        .text("execType", cause.execType())
        .time("fillTime", bill.time());
  }

  private static Row moved(Row row, Bill bill) {
    boolean in = bill.balChg().signum() >= 0;
    if (bill.type().equals("1")) {
      row.text("from", in ? "6" : "18").text("to", in ? "18" : "6");
    } else {
      row.blank("from", "to");
    }
    return row.number("sz", bill.balChg().abs())
        .zero("fee", "pnl", "posBal", "posBalChg")
        .blank(
            "clOrdId",
            "execType",
            "fillTime",
            "instId",
            "instType",
            "mgnMode",
            "ordId",
            "px",
            "tag",
            "tradeId");
  }
}
