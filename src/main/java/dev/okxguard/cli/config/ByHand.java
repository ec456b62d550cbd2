package dev.okxguard.cli.config;

import dev.okxguard.cli.Setup;
import dev.okxguard.config.ConfigPlace;
import dev.okxguard.config.NewProfile;
import dev.okxguard.config.Site;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.model.Environment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A profile that somebody completes without the program's help.
final class ByHand {
  private ByHand() {}

  static Report of(Setup setup, Optional<URI> server) {
    String path =
        ConfigPlace.of(setup.flags(), setup.environment())
            .map(place -> place.path().toString())
            .orElse("~/.okx/config.toml");
    List<String> lines = new ArrayList<>();
    lines.add("# To be added to " + path + ", which must be yours alone:");
    lines.add("# the file with mode 600 in a directory with mode 700.");
    lines.add("# Single quotes take everything as it is; a text with one goes between three.");
    lines.addAll(profile(setup, server).template());
    return Report.of(
        Json.object().put("profile", String.join("\n", lines) + "\n"),
        page -> lines.forEach(page::line));
  }

  private static NewProfile profile(Setup setup, Optional<URI> server) {
    String name = setup.flags().profile().orElse("default");
    return new NewProfile(
        name,
        NewProfile.standIn(name).credentials(),
        !setup.flags().environment().equals(Optional.of(Environment.LIVE)),
        Site.GLOBAL,
        server,
        setup.flags().readOnly());
  }
}
