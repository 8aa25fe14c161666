/** The ways in which a request can fail: one unchecked root, one subclass for each thing that can happen. */
package org.pixazo.errors.entity;
