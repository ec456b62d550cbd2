package dev.okxguard.cli.paper;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.MgnModes;
import dev.okxguard.cli.option.PosSides;
import dev.okxguard.console.Report;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.Adl;
import dev.okxguard.paper.Consequences;
import dev.okxguard.paper.PaperAdmin;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Plays auto-deleveraging, which on OKX comes without warning.
@Reach(Reach.Kind.PAPER_CHANGE)
@Command(
    name = "adl",
    description =
        "play auto-deleveraging: the exchange takes a position, or a part of it, away at its mark"
            + " price",
    footer = {
      "okx paper adl BTC-USDT-SWAP",
      "okx paper adl BTC-USDT-SWAP --sz 2",
      "okx paper adl BTC-USDT-SWAP --mgnMode isolated --posSide long"
    })
final class AdlCommand extends BaseCommand {
  @Parameters(index = "0", paramLabel = "INSTID", description = "instrument")
  private String instId;

  @Option(names = "--sz", paramLabel = "N", description = "contracts; all of them if not given")
  private BigDecimal sz;

  @Option(
      names = "--mgnMode",
      paramLabel = "MODE",
      converter = MgnModes.class,
      completionCandidates = MgnModes.class,
      description = "of the position, where there are several: ${COMPLETION-CANDIDATES}")
  private String mgnMode;

  @Option(
      names = "--posSide",
      paramLabel = "SIDE",
      converter = PosSides.class,
      completionCandidates = PosSides.class,
      description = "of the position, where there are several: ${COMPLETION-CANDIDATES}")
  private String posSide;

  @Override
  protected Report run(Session session) {
    session.mustBeWritable();
    Adl adl =
        new Adl(
            instId,
            Optional.ofNullable(mgnMode).flatMap(TdMode::of),
            Optional.ofNullable(posSide).flatMap(PosSide::of),
            Optional.ofNullable(sz));
    try (PaperAdmin admin = new PaperAdmin(session.paperHome(), session.time())) {
      Consequences told = admin.deleverage(adl);
      ObjectNode json = Document.of("paper", session.profile(), admin.status().uid());
      json.put("instId", instId);
      Told.put(json, told);
      String taken = told.fills().getFirst().path("fillSz").asString();
      String px = told.fills().getFirst().path("fillPx").asString();
      String text = "Took " + taken + " contracts of " + instId + " at " + px;
      return Report.of(json, page -> page.line(text));
    }
  }
}
