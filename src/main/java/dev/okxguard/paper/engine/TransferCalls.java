package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import dev.okxguard.paper.engine.FundingAccount.Transfer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Money between the funding and the trading account: POST asset/transfer, GET asset/transfer-state
/// and asset/bills. There is no other account to transfer to.
record TransferCalls(Session session) {
  private static final String FUNDING = "6";
  private static final String TRADING = "18";
  private static final String WITHIN = "0";

  Result transfer(Call call) {
    Fields body = new Fields(call.body());
    String ccy = body.required("ccy");
    if (!new AssetReads(session).known().contains(ccy)) {
      throw Refused.parameter("ccy");
    }
    if (!body.text("type").orElse(WITHIN).equals(WITHIN)) {
      throw Refused.because("58127", "Only transfers within the account, type 0");
    }
    String from = account(body, "from");
    if (from.equals(account(body, "to"))) {
      throw Refused.because("58123", "from and to are the same account");
    }
    BigDecimal amt =
        Decimals.parse(body.required("amt"))
            .map(Contracts::money)
            .orElseThrow(() -> Refused.parameter("amt"));
    if (amt.signum() <= 0) {
      throw Refused.because("58114", "Transfer amount must be greater than 0").status(400);
    }
    String clientId = AttachForm.clientId(body, "clientId");
    boolean out = from.equals(TRADING);
    BigDecimal available = out ? session.funds().of(ccy).availBal() : funding().of(ccy);
    if (amt.compareTo(available) > 0) {
      throw Refused.because("58116", "Transfer exceeds the available amount.");
    }
    return Result.of(Row.list(List.of(row(book(ccy, clientId, out ? amt : amt.negate())).build())));
  }

  /// The transfer's number is that of the trading account's bill.
  private Transfer book(String ccy, String clientId, BigDecimal change) {
    String subType = change.signum() > 0 ? "12" : "11";
    Ledger.Entry entry = new Ledger.Entry("1", subType, Optional.empty());
    Bill bill = session.account().ledger().post(entry, ccy, change.negate(), session.now());
    Transfer done =
        new Transfer(
            bill.billId(), clientId, ccy, change, funding().of(ccy).add(change), session.now());
    funding().book(done);
    return done;
  }

  Result state(Call call) {
    Query query = new Query(call);
    boolean numbered = call.parameter("transId").isPresent();
    if (!numbered && call.parameter("clientId").isEmpty()) {
      throw Refused.because("50015", "transId or clientId is needed").status(400);
    }
    List<ObjectNode> rows =
        funding().transfers().reversed().stream()
            .filter(
                done ->
                    numbered
                        ? query.allows("transId", done.transId())
                        : query.allows("clientId", done.clientId()))
            .map(TransferCalls::stateRow)
            .toList();
    return Result.of(Row.list(rows));
  }

  private static ObjectNode stateRow(Transfer done) {
    return row(done)
        .text("state", "success")
        .text("type", WITHIN)
        .blank("instId", "subAcct", "toInstId")
        .build();
  }

  Result bills(Call call) {
    Query query = new Query(call);
    List<Transfer> rows =
        funding().transfers().reversed().stream()
            .filter(done -> query.allows("ccy", done.ccy()))
            .filter(done -> query.allows("type", billType(done)))
            .filter(done -> query.allows("clientId", done.clientId()))
            .toList();
    List<Transfer> page = Paging.pageTogether(query, rows, done -> done.time().toEpochMilli());
    return Result.of(Row.list(page.stream().map(TransferCalls::bill).toList()));
  }

  private static ObjectNode bill(Transfer done) {
    return new Row()
        .text("billId", done.transId())
        .text("ccy", done.ccy())
        .text("clientId", done.clientId())
        .number("balChg", done.change())
        .number("bal", done.bal())
        .text("type", billType(done))
        .time("ts", done.time())
        .blank("notes")
        .build();
  }

  private static String billType(Transfer done) {
    return done.change().signum() > 0 ? "130" : "131";
  }

  private static Row row(Transfer done) {
    boolean out = done.change().signum() > 0;
    return new Row()
        .text("transId", done.transId())
        .text("clientId", done.clientId())
        .text("ccy", done.ccy())
        .number("amt", done.change().abs())
        .text("from", out ? TRADING : FUNDING)
        .text("to", out ? FUNDING : TRADING);
  }

  private static String account(Fields body, String name) {
    String account = body.required(name);
    if (!account.equals(FUNDING) && !account.equals(TRADING)) {
      throw Refused.parameter(name);
    }
    return account;
  }

  private FundingAccount funding() {
    return session.account().funding();
  }
}
