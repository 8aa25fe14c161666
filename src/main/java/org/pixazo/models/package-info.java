/** The catalogue of text and image models: what there is, what it takes, what it costs, and whether it can be used now. */
package org.pixazo.models;
