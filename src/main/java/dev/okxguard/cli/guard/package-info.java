/// `okx guard …`: what is allowed, what stands in the way, and the brakes themselves.
package dev.okxguard.cli.guard;
