package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.EstimateView;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.trade.Calculation;
import dev.okxguard.trade.Calculator;
import dev.okxguard.trade.PlaceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/// The calculator: a size in every unit, and what the order would cost.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "size",
    description =
        "work out a size in every unit, with fee, margin and risk; judges and sends nothing",
    footer = {
      "okx --paper order size BTC-USDT-SWAP --side buy --usd 250",
      "okx --demo order size BTC-USDT-SWAP --side buy --px 90000 --risk 1% --sl 88000 --tp 95000",
      "okx order size BTC-USD-SWAP --side sell --base 0.01 --json"
    })
final class SizeCommand extends BaseCommand {
  @Mixin private OrderOptions order = new OrderOptions();

  @Override
  protected Report run(Session session) {
    PlaceRequest request = order.request();
    Calculation found = new Calculator(session.exchange(), session.environment()).of(request);
    return Report.of(json(session, request, found), page -> text(page, found));
  }

  private static ObjectNode json(Session session, PlaceRequest request, Calculation found) {
    OrderDraft draft = found.draft();
    ObjectNode json = Document.of(session);
    json.put("instId", draft.instId());
    json.put("side", draft.side().word());
    json.put("ordType", draft.ordType().word());
    json.put("said", request.size().text());
    json.put("sz", Decimals.text(draft.sz()));
    json.put("tgtCcy", draft.tgtCcy());
    found.estimate().ifPresent(estimate -> json.set("estimate", EstimateView.json(estimate)));
    return json;
  }

  private static void text(Page page, Calculation found) {
    OrderDraft draft = found.draft();
    String target = draft.tgtCcy().isEmpty() ? "" : " --tgtCcy " + draft.tgtCcy();
    page.line(
        "%s %s %s: --sz %s%s"
            .formatted(
                draft.side().word(),
                draft.ordType().word(),
                draft.instId(),
                Decimals.text(draft.sz()),
                target));
    found.estimate().ifPresent(estimate -> page.pairs(EstimateView.pairs(estimate)));
  }
}
