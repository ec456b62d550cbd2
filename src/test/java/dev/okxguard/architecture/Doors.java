package dev.okxguard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// The few places through which orders and secrets may pass.
final class Doors {
  private static final Set<String> WRITES = Set.of(".okx.WriteReply", ".okx.WriteReplies");

  private Doors() {}

  /// Every write passes the gateway, which judges and journals it. A write is whatever the exchange
  /// answers with a [dev.okxguard.okx.WriteReply], or several.
  static ArchRule onlyTheGatewayWritesToTheExchange(String root) {
    return classes()
        .that(DescribedPredicate.not(in(root + ".trade.Gateway")))
        .should(
            Accesses.none(
                "leave the exchange's writes to the gateway",
                access ->
                    access.getTargetOwner().isAssignableTo(root + ".okx.Exchange")
                        && access.getTarget() instanceof CodeUnitAccessTarget unit
                        && WRITES.stream()
                            .anyMatch(
                                type -> unit.getRawReturnType().getName().equals(root + type))));
  }

  static ArchRule onlyOkxCallsRestClientWrite(String root) {
    return classes()
        .that()
        .resideOutsideOfPackage(root + ".okx")
        .should(
            Accesses.none(
                "not call RestClient.write",
                access -> is(access, root + ".okx.RestClient", "write")));
  }

  /// Below the client there is only the transport; whoever held one could post past everything. The
  /// webhook of an alert posts too, to its own address and without OKX's signature.
  static ArchRule onlyTheClientSendsRequests(String root) {
    return classes()
        .that()
        .resideOutsideOfPackage(root + ".paper..")
        .and(DescribedPredicate.not(in(root + ".okx.Reads")))
        .and(DescribedPredicate.not(in(root + ".okx.Writes")))
        .and(DescribedPredicate.not(in(root + ".alert.Webhook")))
        .should(
            Accesses.none(
                "leave sending to the client",
                access ->
                    access.getTargetOwner().isAssignableTo(root + ".okx.wire.Transport")
                        && access.getTarget().getName().equals("send")));
  }

  /// A secret's text is for the signer, the headers, the account's directory name, the webhook's
  /// request, a new profile's lines, and the paper exchange, whose keys open nothing.
  static ArchRule secretsAreRevealedToFew(String root) {
    return classes()
        .that()
        .resideOutsideOfPackages(root + ".okx..", root + ".paper..")
        .and(DescribedPredicate.not(in(root + ".journal.Accounts")))
        .and(DescribedPredicate.not(in(root + ".alert.Webhook")))
        .and(DescribedPredicate.not(in(root + ".config.NewProfile")))
        .and(DescribedPredicate.not(in(root + ".cli.paper.ServeCommand")))
        .should(
            Accesses.none(
                "not reveal secrets", access -> is(access, root + ".model.Secret", "reveal")));
  }

  /// Programs of the user's own are started in one place, without a shell and without our secrets.
  static ArchRule onlyAlertStartsPrograms(String root) {
    return classes()
        .that(DescribedPredicate.not(in(root + ".alert.Program")))
        .should(
            Accesses.none(
                "not start programs",
                access ->
                    access.getTargetOwner().getName().equals("java.lang.ProcessBuilder")
                        || is(access, "java.lang.Runtime", "exec")));
  }

  private static boolean is(JavaAccess<?> access, String owner, String name) {
    return access.getTargetOwner().getName().equals(owner)
        && access.getTarget().getName().equals(name);
  }

  private static DescribedPredicate<JavaClass> in(String outermost) {
    return DescribedPredicate.describe("are " + outermost, type -> Code.within(type, outermost));
  }
}
