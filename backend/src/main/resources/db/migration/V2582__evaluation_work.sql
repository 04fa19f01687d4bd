-- Whose prices are asked about.
create index evaluation_of_body_at_prices on evaluation.evaluation using gin (bodies) where phase = 'PRICING';
