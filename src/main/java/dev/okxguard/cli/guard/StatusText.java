package dev.okxguard.cli.guard;

import dev.okxguard.console.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `guard status` for people.
final class StatusText {
  private final ObjectNode json;
  private final Page page;

  StatusText(ObjectNode json, Page page) {
    this.json = json;
    this.page = page;
  }

  void write() {
    String env = said("env");
    page.line(
        "Environment: " + (env.isEmpty() ? "unknown" : env) + "  Profile: " + said("profile"));
    state();
    page.pairs(pairs());
    if (json.has("enforcement")) {
      EnforcementView.text(json, page);
    }
    waiting(json.path("waiting").asInt());
    json.path("problems").forEach(it -> page.line(page.palette().bad("policy: ") + it.asString()));
    if (!json.path("problems").isEmpty()) {
      page.line("Entries are denied until that is mended.");
    }
    json.path("trouble").forEach(it -> page.line(page.palette().bad("trouble: ") + it.asString()));
  }

  private void waiting(int count) {
    if (count > 0) {
      page.line(
          (count == 1 ? "1 looser limit waits" : count + " looser limits wait")
              + ": okx guard limits shows what and until when");
    }
  }

  private void state() {
    boolean active = said("state").equals("active");
    String word = said("state");
    page.line(
        "Trading state: "
            + (active ? page.palette().good(word) : page.palette().bad(word))
            + (active ? "" : "  " + said("reason")));
    if (!active && !said("since").isEmpty()) {
      page.line("  on record since " + said("since") + " by " + said("by"));
    }
    if (!active) {
      page.line(
          "  a person ends that: okx "
              + (said("scope").equals("all")
                  ? "guard resume --all"
                  : "--" + said("env") + " guard resume"));
    }
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("uid", or(said("uid"), "not known yet: no command has used this key"));
    pairs.put("read-only", json.path("readOnly").asBoolean() ? "yes" : "no");
    pairs.put("policy", said("policy"));
    pairs.put(
        "stage", said("stage") + (json.path("stageEnforced").asBoolean() ? "" : " (not enforced)"));
    pairs.put("entries today", json.path("entriesToday") + " of " + json.path("maxDailyTrades"));
    pairs.put("open intents", Integer.toString(json.path("openIntents").size()));
    pairs.put("last trip", trip(json.path("lastTrip")));
    pairs.put("marks", marks(json.path("marks")));
    pairs.put(
        "modes",
        or((said("modes", "posMode") + " " + said("modes", "acctLv")).strip(), "not seen yet"));
    pairs.put(
        "reconciled",
        or((said("reconciled", "at") + " " + said("reconciled", "outcome")).strip(), "never"));
    pairs.put(
        "heartbeat",
        (said("heartbeat", "state")
                + " "
                + said("heartbeat", "until")
                + " "
                + said("heartbeat", "text"))
            .strip());
    pairs.put("journal", journal());
    return pairs;
  }

  private static String trip(JsonNode trip) {
    return trip.path("at").asString().isEmpty()
        ? "none"
        : trip.path("at").asString()
            + " "
            + trip.path("breaker").asString()
            + ", entries denied until "
            + trip.path("cooldownUntil").asString();
  }

  private static String marks(JsonNode marks) {
    return marks.path("at").asString().isEmpty()
        ? "measured at the next look"
        : "equity "
            + marks.path("equity").asString()
            + ", day began with "
            + marks.path("dayStart").asString()
            + ", high "
            + marks.path("highWater").asString()
            + " USD";
  }

  private String journal() {
    JsonNode journal = json.path("journal");
    return journal.path("records").asLong() == 0
        ? "no records"
        : journal.path("records").asLong() + " records, head " + journal.path("head").asString();
  }

  private String said(String field) {
    return json.path(field).asString();
  }

  private String said(String object, String field) {
    return json.path(object).path(field).asString();
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
