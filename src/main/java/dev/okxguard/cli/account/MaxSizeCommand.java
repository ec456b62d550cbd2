package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.Query;
import dev.okxguard.cli.option.Trading;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The largest order the account could place.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "max-size",
    description = "the largest order the account could place",
    footer = {
      "okx account max-size BTC-USDT",
      "okx account max-size --instId BTC-USDT-SWAP --tdMode cross --px 90000"
    })
final class MaxSizeCommand extends BaseCommand {
  @Mixin private Trading trading = new Trading();

  @Option(names = "--leverage", paramLabel = "N", description = "as if the leverage were this")
  private BigDecimal leverage;

  @Override
  protected Report run(Session session) {
    Query query =
        trading
            .query()
            .with("leverage", Optional.ofNullable(leverage).map(BigDecimal::toPlainString));
    return Answer.table(
        session.reads().data(Endpoint.MAX_SIZE, query.values()),
        "OKX gave no size.",
        Column.of("instId"),
        Column.ifAny("ccy"),
        Column.of("maxBuy"),
        Column.of("maxSell"));
  }
}
