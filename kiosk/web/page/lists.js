// Lists of things by a key of each.
export function listed(things, keyOf) {
  const lists = new Map();
  for (const thing of things) add(lists, keyOf(thing), thing);
  return lists;
}

export function add(lists, key, thing) {
  if (lists.has(key)) lists.get(key).push(thing);
  else lists.set(key, [thing]);
}
