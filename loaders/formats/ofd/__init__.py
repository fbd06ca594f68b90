"""OFD, the national format of pages (GB/T 33190): an archive of XML whose words stand at places on pages."""
