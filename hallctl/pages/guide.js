(function () {
  "use strict";
  var find = document.getElementById("find");
  var words = document.getElementById("words");
  var place = document.getElementById("window");
  var count = document.getElementById("count");
  var items = Array.from(document.querySelectorAll("article"));
  var groups = Array.from(document.querySelectorAll("nav section"));
  function show() {
    var said = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    items.forEach(function (item) {
      var fits = (!place.value || item.dataset.window === place.value) &&
        said.every(function (word) { return item.dataset.find.indexOf(word) >= 0; });
      item.hidden = !fits;
      document.querySelector('nav a[href="#' + item.id + '"]').parentNode.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("li:not([hidden])"); });
    count.textContent = shown ? "共 " + shown + " 项" : "没有符合的事项，请换个说法，或向大厅咨询。";
  }
  function asLinked() {
    var told = new URLSearchParams(location.hash.slice(1));
    if (told.has("find") || told.has("window")) {
      words.value = told.get("find") || "";
      place.value = told.get("window") || "";
      show();
    }
  }
  find.hidden = false;
  find.addEventListener("submit", function (event) { event.preventDefault(); });
  words.addEventListener("input", show);
  place.addEventListener("change", show);
  window.addEventListener("hashchange", asLinked);
  show();
  asLinked();
})();
