package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.InstTypes;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.model.InstType;
import dev.okxguard.okx.Endpoint;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Fee rates of the account.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "fees",
    description = "fee rates; negative: you pay, positive: you are paid",
    footer = {"okx account fees --instType SPOT", "okx account fees BTC-USDT-SWAP"})
final class FeesCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Option(
      names = "--instFamily",
      paramLabel = "FAMILY",
      description = "instrument family of contracts")
  private String instFamily;

  @Option(names = "--groupId", paramLabel = "ID", description = "fee group of an instrument")
  private String groupId;

  @Override
  protected Report run(Session session) {
    ArrayNode data = session.reads().data(Endpoint.TRADE_FEE, query().values());
    return Report.of(data, page -> write(page, data));
  }

  /// OKX takes the instrument for spot and margin, and the family for contracts.
  private Query query() {
    Optional<String> instId = instrument.value();
    InstType type =
        Optional.ofNullable(instType)
            .flatMap(InstType::of)
            .or(() -> instId.map(InstType::byForm))
            .orElseThrow(() -> usage("Give an instrument, or a kind behind --instType"));
    check(type, instId);
    Query query = new Query().with("instType", type.name());
    return (type.contracts()
            ? query.with(
                "instFamily",
                Optional.ofNullable(instFamily).or(() -> instId.map(InstType::familyByForm)))
            : query.with("instId", instId))
        .with("groupId", groupId);
  }

  /// OKX takes one of the two, so that what the other one says would be passed over.
  private void check(InstType type, Optional<String> instId) {
    if (instFamily == null) {
      return;
    }
    if (!type.contracts()) {
      throw usage("--instFamily is for contracts");
    }
    if (instId.filter(id -> !InstType.familyByForm(id).equals(instFamily)).isPresent()) {
      throw usage("'" + instId.get() + "' is not of the family " + instFamily);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void write(Page page, ArrayNode data) {
    if (data.isEmpty()) {
      page.line("OKX gave no fee rates.");
    }
    for (JsonNode fees : data) {
      page.gap().pairs(Answer.pairs(fees, Set.of("feeGroup")));
      JsonNode groups = fees.path("feeGroup");
      if (!groups.isEmpty()) {
        page.gap()
            .table(
                Answer.table(groups, Column.of("groupId"), Column.of("maker"), Column.of("taker")),
                "");
      }
    }
  }
}
