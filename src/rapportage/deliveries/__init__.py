"""From a file as an organisation delivers it to figures of the data: nobody types them over."""
