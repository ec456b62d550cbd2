package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Fields;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.Environment;
import dev.okxguard.okx.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Who the key is and what it may do, before anything else.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "config",
    description = "the key, its rights, and the account it belongs to",
    footer = {"okx account config", "okx account config --json"})
final class ConfigCommand extends BaseCommand {
  /// Fields that are shown first, or inside another line.
  private static final Set<String> FIRST =
      Set.of("uid", "mainUid", "perm", "ip", "label", "posMode", "acctLv");

  @Override
  protected Report run(Session session) {
    ArrayNode data = session.reads().data(Endpoint.ACCOUNT_CONFIG, Map.of());
    return Report.of(data, page -> write(page, session.environment(), data));
  }

  private static void write(Page page, Environment environment, ArrayNode data) {
    if (data.isEmpty()) {
      page.line("OKX gave no account configuration.");
    }
    for (JsonNode config : data) {
      page.gap().pairs(safety(config)).gap();
      warnings(environment, config)
          .forEach(text -> page.line(page.palette().warn("Warning: " + text)));
      page.gap().pairs(Answer.pairs(config, FIRST));
    }
  }

  private static Map<String, String> safety(JsonNode config) {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("uid", Fields.text(config, "uid"));
    pairs.put("mainUid", Fields.text(config, "mainUid"));
    pairs.put("account", account(config));
    pairs.put("perm", Fields.text(config, "perm"));
    pairs.put("ip", unbound(config) ? "none" : Fields.text(config, "ip"));
    pairs.put("label", Fields.text(config, "label"));
    pairs.put("posMode", Fields.text(config, "posMode"));
    pairs.put("acctLv", level(Fields.text(config, "acctLv")));
    return pairs;
  }

  private static String account(JsonNode config) {
    String uid = Fields.text(config, "uid");
    String mainUid = Fields.text(config, "mainUid");
    if (uid.isEmpty() || mainUid.isEmpty()) {
      return "";
    }
    return uid.equals(mainUid) ? "main" : "sub-account";
  }

  private static String level(String code) {
    return AccountLevel.of(code).map(level -> code + " (" + level.title() + ")").orElse(code);
  }

  private static boolean unbound(JsonNode config) {
    return config.has("ip") && Fields.text(config, "ip").isEmpty();
  }

  /// Says nothing about what OKX left out.
  static List<String> warnings(Environment environment, JsonNode config) {
    List<String> warnings = new ArrayList<>();
    if (List.of(Fields.text(config, "perm").split(",")).contains("withdraw")) {
      warnings.add("this key can withdraw; make one that cannot.");
    }
    if (environment != Environment.PAPER && unbound(config)) {
      warnings.add(
          "this key is bound to no IP address; anyone who has it can use it from anywhere.");
    }
    return warnings;
  }
}
