/** What is asked of an AI service and what it answers, free of any vendor's JSON. */
package org.pixazo.providers.entity;
