package dev.okxguard.cli.tour;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Shows on a throw-away paper exchange what this program is for. Each step looks at what really
/// happened at the exchange; the exit code is 0 only when all of it did.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "tour",
    description =
        "the first run, on a throw-away paper exchange: an accepted order, a denied one, a lost"
            + " reply that does not double, a drift found, an intact audit chain",
    footer = {"okx tour", "okx tour --json"})
public final class TourCommand extends BaseCommand {
  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    List<Step> steps = new ArrayList<>();
    String uid;
    try (Playground playground = Playground.open(session)) {
      Stops stops = new Stops(playground);
      uid = playground.exchange().config().uid();
      steps.add(Step.of("an order is accepted", stops::accepted));
      steps.add(Step.of("an order above the limit is denied", stops::denied));
      steps.add(Step.of("a lost reply does not double an order", stops::lostReply));
      steps.add(Step.of("a change made behind its back is found", stops::drift));
      steps.add(Step.of("the audit chain is intact, and would tell if it were not", stops::audit));
    }
    boolean all = steps.stream().allMatch(Step::happened);
    ObjectNode json = Document.of("paper", "tour", uid);
    json.put("outcome", all ? "pass" : "fail");
    ArrayNode array = json.putArray("steps");
    for (Step step : steps) {
      ObjectNode item = array.addObject();
      item.put("step", step.title());
      item.put("happened", step.happened());
      item.put("detail", step.detail());
    }
    return new Report(all ? ExitCode.OK : ExitCode.INTERNAL, json, page -> text(page, steps, all));
  }

  private static void text(Page page, List<Step> steps, boolean all) {
    page.line("A tour on a throw-away paper exchange; nothing of yours is touched.").gap();
    int number = 1;
    for (Step step : steps) {
      String mark = step.happened() ? page.palette().good("ok") : page.palette().bad("FAILED");
      page.line(number + ". " + mark + "  " + step.title());
      page.line("      " + step.detail());
      number++;
    }
    page.gap();
    page.line(
        all
            ? "Next: okx --paper order place BTC-USDT --side buy --sz 20"
                + "   (play money, your own paper account)"
            : "Something above did not happen: do not trade with this build.");
  }
}
