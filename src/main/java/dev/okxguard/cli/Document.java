package dev.okxguard.cli;

import dev.okxguard.console.Json;
import tools.jackson.databind.node.ObjectNode;

/// The beginning of every document of our own: which environment, which profile, which account.
public final class Document {
  private Document() {}

  /// An object with `env`, `profile` and the `uid`, "" where it is not known.
  public static ObjectNode of(Session session, String uid) {
    return of(session.environment().word(), session.profile(), uid);
  }

  /// The same for an account last seen with this key.
  public static ObjectNode of(Session session) {
    return of(session, session.knownUid().orElse(""));
  }

  /// The same in plain words.
  public static ObjectNode of(String env, String profile, String uid) {
    ObjectNode json = Json.object();
    json.put("env", env);
    json.put("profile", profile);
    json.put("uid", uid);
    return json;
  }
}
