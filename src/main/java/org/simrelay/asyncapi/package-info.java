/** The contract with subscribers as an AsyncAPI document, made from polls, schemas and settings. */
@NullMarked
package org.simrelay.asyncapi;

import org.jspecify.annotations.NullMarked;
