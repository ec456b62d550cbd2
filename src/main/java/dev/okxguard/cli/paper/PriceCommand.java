package dev.okxguard.cli.paper;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.model.Decimals;
import dev.okxguard.paper.PaperAdmin;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Fixes a price, or gives it back to its path.
@Reach(Reach.Kind.PAPER_CHANGE)
@Command(
    name = "price",
    description = "fix an instrument's price until it is set anew or cleared",
    footer = {
      "okx paper price BTC-USDT 61000",
      "okx paper price BTC-USDT-SWAP 61000 --mark 60990.5",
      "okx paper price BTC-USDT --clear"
    })
final class PriceCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "INSTID", description = "instrument")
  private String instId;

  @Parameters(index = "1", arity = "0..1", paramLabel = "PRICE", description = "last price")
  private BigDecimal last;

  @Option(names = "--mark", paramLabel = "PRICE", description = "mark price, if different")
  private BigDecimal mark;

  @Option(names = "--index", paramLabel = "PRICE", description = "index price, if different")
  private BigDecimal index;

  @Option(names = "--clear", description = "let the price move by itself again")
  private boolean clear;

  @Override
  protected Report run(Session session) {
    session.mustBeWritable();
    if (clear ? last != null || mark != null || index != null : last == null) {
      throw new ParameterException(spec.commandLine(), "give a price, or --clear");
    }
    ObjectNode json;
    try (PaperAdmin admin = new PaperAdmin(session.paperHome(), session.time())) {
      json = Document.of("paper", session.profile(), admin.status().uid());
      if (clear) {
        admin.clearPrice(instId);
      } else {
        admin.setPrice(instId, last, Optional.ofNullable(mark), Optional.ofNullable(index));
      }
    }
    json.put("instId", instId);
    json.put("last", clear ? "" : Decimals.text(last));
    String text =
        clear ? instId + " moves by itself again" : instId + " is fixed at " + Decimals.text(last);
    return Report.of(json, page -> page.line(text));
  }
}
