/** REST controllers, request and response records, problem+json errors. */
@NullMarked
package dev.yeoju.api;

import org.jspecify.annotations.NullMarked;
