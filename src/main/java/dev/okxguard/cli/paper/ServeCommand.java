package dev.okxguard.cli.paper;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.model.Credentials;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.paper.Faults;
import dev.okxguard.paper.PaperServer;
import dev.okxguard.paper.PaperTransport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Offers the paper exchange over HTTP on this machine, until interrupted.
@Reach(Reach.Kind.PAPER)
@Command(
    name = "serve",
    description = {
      "serve the paper exchange over HTTP on 127.0.0.1, with one line of JSON on standard"
          + " output once it listens, until interrupted",
      "",
      "A fault (--fault SPEC) is written " + Faults.HELP
    },
    footer = {
      "okx paper serve --port 8377",
      "okx paper serve --port 0 --fault 'lost-reply@POST:/trade/order#1'"
    })
final class ServeCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8377",
      description = "port; 0 picks a free one; default ${DEFAULT-VALUE}")
  private int port;

  @Option(names = "--fault", paramLabel = "SPEC", description = "a fault to play; repeatable")
  private List<String> faults = List.of();

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to 65535, not " + port);
    }
    Faults script = Faults.parse(faults);
    try (PaperTransport exchange = new PaperTransport(session.paperHome(), session.time(), script);
        PaperServer server = start(exchange)) {
      announce(session, exchange.credentials(), server.url());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Fault(ExitCode.INTERRUPTED, "stopped serving", "");
  }

  private PaperServer start(PaperTransport exchange) {
    try {
      return PaperServer.start(exchange, port);
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG,
          "cannot listen on 127.0.0.1 port " + port + ": " + e.getMessage(),
          "choose another with --port, or let --port 0 pick one");
    }
  }

  /// Paper keys are no secrets: they open nothing but play money on this machine.
  private static void announce(Session session, Credentials key, String url) {
    ObjectNode line = Json.object();
    line.put("url", url);
    line.put("apiKey", key.apiKey().reveal());
    line.put("secretKey", key.secretKey().reveal());
    line.put("passphrase", key.passphrase().reveal());
    session.console().out().println(Json.line(line));
    session.console().out().flush();
    session.warn("Serving the paper exchange on " + url + "; Ctrl-C stops it.");
  }
}
