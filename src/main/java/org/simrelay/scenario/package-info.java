/**
 * Scenarios: what a vendor answers, what a poll is to make of it, and where the two differ. Their form, the vendor that answers
 * by it, and Kafka without a broker; src/docs/scenarios.md describes the form.
 */
@NullMarked
package org.simrelay.scenario;

import org.jspecify.annotations.NullMarked;
