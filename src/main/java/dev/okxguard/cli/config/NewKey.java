package dev.okxguard.cli.config;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.Setup;
import dev.okxguard.config.Addition;
import dev.okxguard.config.ConfigTarget;
import dev.okxguard.config.NewProfile;
import dev.okxguard.config.Settings;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A profile whose key OKX has accepted, ready to be written.
record NewKey(KeyView view, Addition addition) {

  /// Asks until there is one.
  ///
  /// @throws Fault OKX's last refusal, when the person gives up
  static NewKey tried(
      Session session, Setup setup, ConfigTarget target, ProfileInterview interview) {
    NewProfile profile = interview.hold(target);
    while (true) {
      Addition addition = target.with(profile);
      Settings settings = addition.settings(setup.flags().timeout());
      session.console().err().println("Trying the key at " + settings.baseUrl() + " ...");
      try {
        AccountConfig account = setup.account(settings, session.time());
        return new NewKey(new KeyView(profile, account), addition);
      } catch (Fault refusal) {
        profile = new Correction(session.console(), interview).of(profile, refusal);
      }
    }
  }

  NewProfile profile() {
    return view.profile();
  }

  void write(Page page) {
    view.write(page);
    if (readOnlyAnyway()) {
      page.line("Note: read_only = true at the top of the file holds for this profile, too.");
    }
  }

  private boolean readOnlyAnyway() {
    return !profile().readOnly() && addition.settings(Optional.empty()).readOnly();
  }

  Report written(ConfigTarget target) {
    AccountConfig account = view.account();
    String env = (profile().demo() ? Environment.DEMO : Environment.LIVE).word();
    ObjectNode json = Document.of(env, profile().name(), account.uid());
    json.put("outcome", "written");
    json.put("path", target.path().toString());
    json.put("label", account.label());
    json.put("account", view.kind());
    fill(json.putArray("perm"), new TreeSet<>(account.perm()).stream());
    fill(json.putArray("ip"), account.ip().stream());
    fill(json.putArray("warnings"), view.warnings().stream());
    List<String> next = next(target);
    fill(json.putArray("next"), next.stream());
    return Report.of(
        json,
        page -> {
          page.line(
              page.palette().good("written")
                  + "  [profiles."
                  + profile().name()
                  + "] in "
                  + target.path());
          page.line("Next:");
          next.forEach(command -> page.line("  " + command));
        });
  }

  /// What sets a file of its own apart has to be said each time.
  private List<String> next(ConfigTarget target) {
    String profile = addition.usual() ? "" : " --profile " + profile().name();
    return List.of("okx diagnose" + profile + target.option(), "okx guard init");
  }

  private static void fill(ArrayNode array, Stream<String> texts) {
    texts.forEach(array::add);
  }
}
