package org.pixazo.images.entity;

import java.util.Set;

/**
 * Rows of pictures go; their files may go too where no other picture has the same bytes.
 *
 * @param sha256s names of the files
 */
public record FilesReleased(Set<String> sha256s) {}
