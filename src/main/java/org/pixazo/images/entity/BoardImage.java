package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a picture is on a board. Rows are written by statements only, which pass over those that are there. */
@Entity
@Table(name = "board_images")
public class BoardImage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "board_id")
    private long boardId;

    @Column(name = "image_id")
    private long imageId;

    /** For JPA. */
    protected BoardImage() {}
}
