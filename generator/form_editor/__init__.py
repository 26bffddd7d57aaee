"""The form editor under /admin/, as texts: what Decap CMS is told of the records, a page for each place."""
