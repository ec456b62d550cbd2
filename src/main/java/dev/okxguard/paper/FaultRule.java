package dev.okxguard.paper;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One scripted fault: which requests it matches, and which of those it strikes.
///
/// @param suffix the end of the path, "" for every path
/// @param first,last the matches it strikes, counted from 1
/// @param matches how many there were
record FaultRule(
    Effect effect, String method, String suffix, int first, int last, AtomicInteger matches) {
  private static final Pattern SPEC =
      Pattern.compile(
          "(?<kind>[a-z0-9-]+?)(?<effect>(?:=-?[0-9]{1,9})?(?:\\+effect)?)"
              + "(?:@(?<method>GET|POST|\\*):(?<path>\\*|[A-Za-z0-9/_-]+?))?"
              + "(?:#(?<nth>[1-9][0-9]{0,5})|x(?<times>[1-9][0-9]{0,5}|\\*))?");

  static FaultRule parse(String spec) {
    Matcher matcher = SPEC.matcher(spec);
    if (!matcher.matches()) {
      throw bad(spec);
    }
    String kind = matcher.group("kind") + matcher.group("effect");
    Effect effect = FaultKind.effect(kind).orElseThrow(() -> bad(spec));
    String path = text(matcher, "path", "*");
    int nth = Integer.parseInt(text(matcher, "nth", "1"));
    return new FaultRule(
        effect,
        text(matcher, "method", "*"),
        path.equals("*") ? "" : path,
        nth,
        last(effect, matcher, nth),
        new AtomicInteger());
  }

  private static int last(Effect effect, Matcher matcher, int nth) {
    boolean lasting =
        matcher.group("nth") == null
            && (effect instanceof Effect.ClockSkew || effect instanceof Effect.LateVisibility);
    String times = text(matcher, "times", lasting ? "*" : Integer.toString(nth));
    return times.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(times);
  }

  private static String text(Matcher matcher, String group, String otherwise) {
    String text = matcher.group(group);
    return text == null ? otherwise : text;
  }

  private static Fault bad(String spec) {
    return new Fault(ExitCode.USAGE, "not a fault: " + spec, Faults.HELP);
  }

  /// Counts the request if it matches, and says whether the fault strikes it.
  boolean strikes(String asked, String path) {
    if (!(method.equals("*") || method.equals(asked)) || !path.endsWith(suffix)) {
      return false;
    }
    int match = matches.updateAndGet(count -> count == Integer.MAX_VALUE ? count : count + 1);
    return match >= first && match <= last;
  }
}
