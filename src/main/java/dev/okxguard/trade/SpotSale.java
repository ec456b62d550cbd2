package dev.okxguard.trade;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Write;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Coins to be sold at market in an emergency. Spot has no reduce-only, so that unlike the close of
/// a leg no sale may be sent again before its fate is known.
record SpotSale(Desk desk, Ids ids, String instId, BigDecimal sz) implements Errand {
  private static final int LOOKS = 20;

  @Override
  public String action() {
    return "place";
  }

  @Override
  public ObjectNode wanted() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("instId", instId)
        .put("side", Side.SELL.word())
        .put("sz", sz.toPlainString());
  }

  @Override
  public boolean reduces() {
    return true;
  }

  @Override
  public Plan plan(Account account) {
    ClOrdId id = ids.next();
    ObjectNode body = desk.exchange().orderBody(draft(account), id);
    Ticket ticket = Ticket.bare(account.uid(), body);
    return Plan.Ready.of(ticket, id.text(), InstType.SPOT, false, Write.ORDER, body);
  }

  private OrderDraft draft(Account account) {
    return new OrderDraft(
        InstType.SPOT,
        instId,
        mode(account),
        Side.SELL,
        PosSide.NET,
        OrdType.MARKET,
        sz,
        Optional.empty(),
        false,
        "",
        Optional.empty());
  }

  /// Multi-currency and portfolio accounts have one mode for spot.
  private static TdMode mode(Account account) {
    boolean one =
        account.settings().map(AccountConfig::acctLv).stream()
            .anyMatch(l -> l == AccountLevel.MULTI_CURRENCY || l == AccountLevel.PORTFOLIO);
    return one ? TdMode.CROSS : TdMode.CASH;
  }

  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    Optional<Order> seen =
        new Watch(desk, LOOKS).order(instId, taken.id(), order -> order.state().isFinal());
    String noted =
        seen.map(order -> account.note(Outcomes.accepted(sent.intent(), order))).orElse("");
    return new Outcome.Accepted(
        sent.ticket(), taken.id(), seen, false, Outcomes.join(taken.remark(), noted));
  }
}
