# One line a command; `make help` prints them. All paths are relative, so the folder may have any name.
TEST_SYSTEM_PACKAGES := chromium firefox-esr fonts-noto-cjk nodejs npm default-jre-headless openssl
# The desktop that nobody sees, on which Orca reads the pages.
TEST_SYSTEM_PACKAGES += orca speech-dispatcher xvfb dbus openbox xdotool locales
# What draws the booklet of `catalogue leaflet`, and what writes it in braille.
LEAFLET_SYSTEM_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk liblouis-bin
TEST_SYSTEM_PACKAGES += liblouis-bin
# The web servers that the site is served by. Two of them would begin to serve the machine they are
# installed on, so these are only unpacked.
TEST_SYSTEM_PACKAGES += apache2-bin
UNPACKED_PACKAGES := nginx caddy
SUPPORTED := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(shell $(p) -c '$(SUPPORTED)' 2>/dev/null && echo $(p))))
VENV_PACKAGE = $$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
UV ?= $(BIN)/uv
LOCK = $(UV) pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --custom-compile-command 'make lock' $(LOCK_OPTIONS)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help doctor form-editor site serve check test test-speech bench lighthouse lint accept accept-speech statement leaflet cluster lock clean

# Where changes are integrated every page is read in both browsers; elsewhere `make test` reads a few.
FAST := -m $(if $(CI),'not tasks','not speech')

help: ## 列出全部命令
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

site: .venv/.package ## 检查全部记录，生成网站，并说明怎样打开
	@$(BIN)/catalogue build

serve: .venv/.package ## 在本机打开网站，改了记录马上看到
	@$(BIN)/catalogue serve

check: .venv/.package ## 只检查记录，不生成网站
	@$(BIN)/catalogue check

test: lint .tested-with ## 装好测试要用的东西，检查写法，运行测试（读屏软件只读几页）
	@$(BIN)/python -m pytest $(FAST)

test-speech: .tested-with ## 用读屏软件把每一种页面读一遍，火狐和 Chromium 各一遍，再数五个任务
	@$(BIN)/python -m pytest tests/speech tests/tasks

bench: .venv/.test .cache/bench/venv/.installed tests/bench/peers/node_modules/.installed ## 和别的生成软件比快慢（很久）；make bench BENCH='--records 1000 --peers hugo' 只比一部分
	@$(BIN)/python -m tests.bench $(BENCH)

lint: .venv/.test ## 只检查程序的写法和类型
	@$(BIN)/ruff check --quiet && $(BIN)/mypy --no-error-summary

accept: .tested-with ## 接受测试的新结果；提交前请看清改了什么
	@$(BIN)/python -m pytest --accept $(FAST)

accept-speech: .tested-with ## 接受读屏软件的新读法；提交前请看清改了什么
	@$(BIN)/python -m pytest tests/speech --accept

statement: .tested-with ## 把各种无障碍测试都做一遍，写成无障碍声明里的测试结果（约十分钟）
	@mkdir -p .cache
	@$(BIN)/python -m pytest tests/a11y tests/judges tests/speech --a11y-report .cache/results.json --a11y-date $$(date +%F)
	@$(BIN)/python -m tests.tasks --report .cache/tasks.json
	@$(BIN)/python -m tests.statement .cache/results.json .cache/tasks.json
	@$(BIN)/catalogue fmt catalogue/test-reports/newest.yml

form-editor: requirements/form-editor/node_modules/.installed ## 装上网页表单的程序（在 mkdocs.yml 的 form_editor 打开以后才用）

lighthouse: tests/bench/lighthouse/node_modules/.installed .venv/.test .cache/servers/.unpacked ## 量一部慢手机打开每一种页面要多久，写进 tests/bench/LIGHTHOUSE.md（约半小时）
	@sh requirements/install_system_packages.sh chromium
	@$(BIN)/python -m tests.bench.lighthouse

leaflet: .venv/.leaflet ## 装好 catalogue leaflet 做小册子要用的软件
	@sh requirements/install_system_packages.sh $(LEAFLET_SYSTEM_PACKAGES)

cluster: .venv/.cluster ## 装好 catalogue build --scheduler 要用的软件，每台计算机都要装

doctor: ## 看这台电脑上缺什么，怎样补上；什么都没装时也能用
	@$(or $(PYTHON),python3) -m generator.machine

lock: $(filter $(BIN)/uv,$(UV)) ## 重新选定所依赖软件的版本；要升级就写 make lock LOCK_OPTIONS=--upgrade
	@$(LOCK) pyproject.toml requirements/site.in -o requirements/site.txt
	@$(LOCK) pyproject.toml --extra leaflet requirements/site.in -c requirements/site.txt -o requirements/leaflet.txt
	@$(LOCK) pyproject.toml --extra cluster requirements/site.in -c requirements/leaflet.txt -o requirements/cluster.txt
	@$(LOCK) pyproject.toml --extra test --extra leaflet --extra cluster requirements/site.in requirements/test.in -c requirements/leaflet.txt -c requirements/cluster.txt -o requirements/test.txt
	@$(LOCK) tests/bench/peers/requirements.in -c requirements/site.txt -o tests/bench/peers/requirements.txt

clean: ## 删去一切可以重新生成的东西
	rm -rf .venv tests/*/node_modules tests/*/*/node_modules requirements/*/node_modules .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis site .site.*

$(BIN)/uv: .venv/.test

.PHONY: .tested-with
.tested-with: .venv/.test form-editor .cache/servers/.unpacked $(patsubst %,tests/%/node_modules/.installed,judges editor form_editor)
	@sh requirements/install_system_packages.sh $(sort $(TEST_SYSTEM_PACKAGES) $(LEAFLET_SYSTEM_PACKAGES))

%/node_modules/.installed: %/package-lock.json
	@sh requirements/install_system_packages.sh nodejs npm
	@echo '正在安装 $* 要用的程序……'
	@cd $* && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.cache/bench/venv/.installed: tests/bench/peers/requirements.txt | .venv/.site
	@echo '正在安装用来比较的生成软件……'
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip --disable-pip-version-check --no-input install --quiet --require-hashes -r $<
	@touch $@

.cache/servers/.unpacked:
	@sh requirements/unpack_system_packages.sh $(@D) $(UNPACKED_PACKAGES)
	@touch $@

.venv/.site: requirements/site.txt
	@test -n "$(PYTHON)" || { echo '没有找到 Python 3.11 或更新的版本。Debian 12 或 Ubuntu 24.04 请运行：sudo apt-get install python3 python3-venv'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || sh requirements/install_system_packages.sh $(VENV_PACKAGE)
	@echo '正在准备 .venv（第一次约半分钟）……'
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --quiet --require-hashes -r $<
	@touch $@

.venv/.package: pyproject.toml .venv/.site
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/.leaflet: requirements/leaflet.txt .venv/.package
	@echo '正在安装做小册子要用的软件……'
	@$(PIP) install --quiet --require-hashes -r $<
	@touch $@

.venv/.cluster: requirements/cluster.txt .venv/.package
	@echo '正在安装用几台计算机一起生成要用的软件……'
	@$(PIP) install --quiet --require-hashes -r $<
	@touch $@

.venv/.test: requirements/test.txt .venv/.package
	@echo '正在安装测试要用的软件……'
	@$(PIP) install --quiet --require-hashes -r $<
	@touch $@
